/** A matrix by rows, in double precision. Shape [rows, columns]. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix of zeros, or of the given values. */
export function matrix(
  rows: number,
  columns: number,
  values: Float64Array = new Float64Array(rows * columns),
): Matrix {
  return { rows, columns, values };
}

/** x·W + b, with the bias b added to each row. Shapes [n, i], [i, o], [o] → [n, o]. */
export function affine(x: Matrix, weights: Matrix, bias: Float64Array): Matrix {
  const result = matrix(x.rows, weights.columns);
  for (let n = 0; n < x.rows; n++) {
    result.values.set(bias, n * weights.columns);
    for (let i = 0; i < x.columns; i++) addRow(result, n, x.values[n * x.columns + i] ?? 0, weights, i);
  }
  return result;
}

/** Adds c times a row of one matrix to a row of another. No views: this is the inner loop of training. */
function addRow(to: Matrix, row: number, c: number, from: Matrix, fromRow: number): void {
  const target = to.values;
  const source = from.values;
  const end = (row + 1) * to.columns;
  let place = fromRow * to.columns;
  for (let k = row * to.columns; k < end; k++) target[k] = (target[k] ?? 0) + c * (source[place++] ?? 0);
}

/** Adds xᵀ·δ: the gradient of the weights of x·W + b, where δ is that of its result. Shapes [n, i], [n, o] → [i, o]. */
export function addWeightGradient(to: Matrix, x: Matrix, delta: Matrix): void {
  for (let n = 0; n < x.rows; n++) {
    for (let i = 0; i < x.columns; i++) addRow(to, i, x.values[n * x.columns + i] ?? 0, delta, n);
  }
}

/** Adds the sum of the rows of δ: the gradient of the bias. Shapes [n, o] → [o]. */
export function addBiasGradient(to: Float64Array, delta: Matrix): void {
  const sum = matrix(1, delta.columns, to);
  for (let n = 0; n < delta.rows; n++) addRow(sum, 0, 1, delta, n);
}

/** δ·Wᵀ: the gradient of the input of x·W + b. Shapes [n, o], [i, o] → [n, i]. */
export function inputGradient(delta: Matrix, weights: Matrix): Matrix {
  const result = matrix(delta.rows, weights.rows);
  for (let n = 0; n < delta.rows; n++) {
    for (let i = 0; i < weights.rows; i++) {
      let sum = 0;
      for (let o = 0; o < delta.columns; o++) {
        sum += (delta.values[n * delta.columns + o] ?? 0) * (weights.values[i * weights.columns + o] ?? 0);
      }
      result.values[n * weights.rows + i] = sum;
    }
  }
  return result;
}
