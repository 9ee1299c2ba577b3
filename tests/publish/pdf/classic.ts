/** A document as Chromium writes it: each object in full, and a table of their offsets. */
export function classic(contents: readonly string[]): Buffer {
  let text = "%PDF-1.4\n%\xd3\xeb\xe9\xe1\n";
  const rows = contents.map((content, index) => {
    const row = `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return row;
  });
  const table = `xref\n0 ${contents.length + 1}\n0000000000 65535 f \n${rows.join("")}`;
  const trailer = `trailer\n<</Size ${contents.length + 1}\n/Root ${contents.length} 0 R\n/Info 1 0 R>>\n`;
  return Buffer.from(`${text}${table}${trailer}startxref\n${text.length}\n%%EOF\n`, "latin1");
}
