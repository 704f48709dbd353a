// What the site keeps in files of its own.

/**
 * The text of a file; undefined where it does not come, which the browser says on its console, or comes in part, as to
 * a reader who goes on to another page meanwhile.
 */
export async function textAt(url: URL): Promise<string | undefined> {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
