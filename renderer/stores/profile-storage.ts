/** A year: longer than anybody leaves the app alone, short of the longest a browser allows. */
const COOKIE_SECONDS = 31_536_000;
/** What a browser keeps in one cookie, name and all, with room to spare. */
const COOKIE_CHARACTERS = 3_500;

/**
 * What this browser profile keeps under a key, or null. In browser mode every start has another port and with it another
 * storage of the page; a cookie belongs to the machine's address whatever the port, so the newer of the two is there.
 */
export function readProfile(key: string): unknown {
  return parsed(() => localStorage.getItem(key)) ?? parsed(() => cookie(key));
}

/** Keeps a small value under a key for the next start. A full or blocked storage costs only the memory of it. */
export function writeProfile(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(key, text);
  } catch {
    // Kept for this page only.
  }
  try {
    const encoded = encodeURIComponent(text);
    if (key.length + encoded.length <= COOKIE_CHARACTERS && location.protocol.startsWith('http')) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and this is read before the first paint
      document.cookie = `${key}=${encoded}; Path=/; Max-Age=${COOKIE_SECONDS}; SameSite=Strict`;
    }
  } catch {
    // No document, or cookies are blocked: the storage above serves.
  }
}

function cookie(key: string): string | null {
  const found = document.cookie.split('; ').find((one) => one.startsWith(`${key}=`));
  return found === undefined ? null : decodeURIComponent(found.slice(key.length + 1));
}

/** Storage may be blocked, missing or damaged; nothing is known then. */
function parsed(read: () => string | null): unknown {
  try {
    return JSON.parse(read() ?? 'null');
  } catch {
    return null;
  }
}
