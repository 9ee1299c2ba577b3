/** What a reader sees where neither the shelf nor the network has a page. */
export function unreachable(root: string): Response {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width"><title>Not reachable</title>
<style>body{font:1.2rem/1.5 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.2rem}</style>
<h1>The server cannot be reached</h1><p>Nothing under this address is kept on this device.
<a href="${root}">The first page of the course</a> is.</p>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
