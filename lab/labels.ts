/** A label as plain text: "D_KL(P‖Q)", in which an underscore begins a subscript, reads DKL(P‖Q). */
export function plainLabel(label: string): string {
  return label.replace(/_(?=[\p{L}\p{N}])/gu, "");
}
