const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2000;

/**
 * Loads a part of the code once the server answers: a browser remembers that a module could not be had and never asks
 * for it again (HTML, "fetch a single module script"), so that a page open while a server restarts would stay broken.
 * Rejects where the part is gone, as after an upgrade.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  if (!isModuleOfServer) return load();
  let wait = FIRST_WAIT_MS;
  while (!(await serverAnswers())) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(2 * wait, LONGEST_WAIT_MS);
  }
  return load();
}

/** webpack does not load modules as such, tries again by itself, and has the file of the source as the URL here. */
const isModuleOfServer = /^https?:/.test(import.meta.url);

/** Asks where this very code came from, which in a host's app may be another server than the API's. */
async function serverAnswers(): Promise<boolean> {
  try {
    await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store', mode: 'no-cors' });
    return true;
  } catch {
    return false;
  }
}
