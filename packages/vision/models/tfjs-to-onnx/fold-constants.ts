import { type Constant, elementCount } from './constant.ts';
import type { GraphNode } from './graph-model.ts';

/**
 * The value of a node all of whose inputs are known, or null when it is not one of the few that converted
 * graphs compute shapes with.
 */
export function foldConstants(node: GraphNode, inputs: readonly Constant[]): Constant | null {
  if (node.op === 'Identity') return inputs[0]!;
  if (node.op === 'SparseToDense') return sparseToDense(inputs);
  if (node.op === 'Add' || node.op === 'AddV2') {
    const [left, right] = inputs as [Constant, Constant];
    if (left.shape.join() !== right.shape.join()) return null;
    return { shape: left.shape, data: left.data.map((value, index) => value + right.data[index]!) };
  }
  return null;
}

/** `tf.raw_ops.SparseToDense`: a tensor of one value with others set at given indices. */
function sparseToDense(inputs: readonly Constant[]): Constant {
  const [indices, outputShape, values, filler] = inputs as [Constant, Constant, Constant, Constant];
  const shape = Array.from(outputShape.data);
  const data = new Int32Array(elementCount(shape)).fill(filler.data[0] ?? 0);
  const rank = shape.length;
  const count = indices.data.length / rank;
  for (let index = 0; index < count; index++) {
    let at = 0;
    for (let axis = 0; axis < rank; axis++) at = at * shape[axis]! + indices.data[index * rank + axis]!;
    data[at] = values.data[values.data.length === 1 ? 0 : index]!;
  }
  return { shape, data };
}
