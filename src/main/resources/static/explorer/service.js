/** The service, asked as anyone could ask it. */

/** The address of an answer, to show and to copy. */
export function address(path, parameters) {
  // commas and signs stay legible: none of our values needs more escaping than a plus sign
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${String(value).replaceAll('+', '%2B')}`);
  return `${location.origin}${path}?${query.join('&')}`;
}

/** The command that gets the same answer. Double quotes work in every shell. */
export function curl(url) {
  return `curl "${url}"`;
}

/** The answer, or an error whose message is the problem's detail. */
export async function ask(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail);
  }
  return answer;
}

/**
 * Makes a task that runs one at a time and skips what is overtaken: a drag makes more
 * events than a slow line has answers.
 */
export function latest(task) {
  let waiting = false;
  let running = null;
  async function run() {
    while (waiting) {
      waiting = false;
      await task();
    }
    running = null;
  }
  return () => {
    waiting = true;
    running ??= run();
    return running;
  };
}
