/** A tensor whose values are known: a weight, a shape, an axis. Row-major. */
export interface Constant {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Moves axes: axis `i` of the result is axis `order[i]` of the constant. */
export function transposeConstant(constant: Constant, order: readonly number[]): Constant {
  const shape = order.map((axis) => constant.shape[axis]!);
  const steps = order.map((axis) => elementCount(constant.shape.slice(axis + 1)));
  const data = constant.data.slice();
  const index = order.map(() => 0);
  let from = 0;
  for (let to = 0; to < data.length; to++) {
    data[to] = constant.data[from]!;
    for (let axis = order.length - 1; axis >= 0; axis--) {
      index[axis]!++;
      from += steps[axis]!;
      if (index[axis]! < shape[axis]!) break;
      from -= steps[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return { shape, data };
}
