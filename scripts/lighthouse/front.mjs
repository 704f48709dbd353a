// Passes on what a server answers as GitHub Pages does, over HTTP/2 with TLS: one connection carries all requests of a
// page, so that none waits for a handshake of its own. Prints its port. Its certificate is worth nothing to anybody.
import { request } from "node:http";
import { createSecureServer } from "node:http2";
import { generate } from "selfsigned";

const OF_ONE_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding"]);
const [behind] = process.argv.slice(2);
const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);

createSecureServer({ key, cert }, (asked, answer) => {
  const headers = { "accept-encoding": asked.headers["accept-encoding"] ?? "" };
  const passed = request(new URL(asked.url, behind), { headers }, (found) => {
    const kept = Object.entries(found.headers).filter(([name]) => !OF_ONE_CONNECTION.has(name));
    answer.writeHead(found.statusCode, Object.fromEntries(kept));
    found.pipe(answer);
  });
  passed.on("error", (error) => answer.stream.destroy(error));
  passed.end();
}).listen(0, "localhost", function () {
  console.log(this.address().port);
});
