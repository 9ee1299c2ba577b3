/** An IDX file: big-endian numbers, then bytes. */
export function idxFile(numbers: readonly number[], bytes: readonly number[]): Uint8Array {
  const file = new Uint8Array(4 * numbers.length + bytes.length);
  const view = new DataView(file.buffer);
  numbers.forEach((number, k) => {
    view.setUint32(4 * k, number);
  });
  file.set(bytes, 4 * numbers.length);
  return file;
}
