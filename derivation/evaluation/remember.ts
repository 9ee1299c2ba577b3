/** The value that is known for a key, made at the first time. */
export const remember = <K, V>(known: Map<K, V>, key: K, make: () => V): V => {
  const found = known.get(key);
  if (found !== undefined || known.has(key)) return found as V;
  const value = make();
  known.set(key, value);
  return value;
};
