// Requests to the server of this page. What it refuses comes back as an error with the kind and the words that it gives.
export class Refused extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

const read = async (response) => {
  const found = await response.json().catch(() => ({ error: "server", message: `the server answered ${response.status}` }));
  if (!response.ok) throw new Refused(found.error, found.message);
  return found;
};

const reach = async (path, options) => {
  try {
    return await fetch(path, options);
  } catch {
    throw new Refused("gone", "The server does not answer: it has been ended. What was saved is in the folder; start it again to go on.");
  }
};

export const get = async (path) => read(await reach(path));

export const post = async (path, body) =>
  read(await reach(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
