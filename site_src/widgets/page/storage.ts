// What the browser keeps for a reader. Who forbids that keeps a choice for as long as the page.

/** What is stored under a key, or null where nothing is, or nothing may be. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** False where storage is forbidden or full. */
export function store(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
