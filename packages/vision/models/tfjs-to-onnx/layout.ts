import { type Constant, transposeConstant } from './constant.ts';
import { conversionError } from './conversion-error.ts';
import type { OnnxGraph } from './onnx-graph.ts';

/**
 * A tensor of the TensorFlow graph as it is held in the ONNX graph: axis `i` of the ONNX tensor is axis
 * `order[i]` of the TensorFlow tensor. A transposition is therefore only a change of `order`; it becomes a
 * node where an operator insists on an order. TensorFlow keeps channels last and ONNX keeps them second,
 * and in this way a whole convolutional network runs channels-second without a single transposition.
 */
export interface Activation {
  readonly name: string;
  /** In the TensorFlow graph's order of axes. */
  readonly shape: readonly number[];
  readonly order: readonly number[];
}

export type Value = Activation | Constant;

/** A batch of pictures with TensorFlow's axes N, H, W, C, held as ONNX's N, C, H, W. */
export const CHANNELS_SECOND: readonly number[] = [0, 3, 1, 2];

export function isConstant(value: Value): value is Constant {
  return 'data' in value;
}

export function naturalOrder(rank: number): number[] {
  return Array.from({ length: rank }, (_, axis) => axis);
}

/** Sizes of the ONNX tensor. */
export function heldShape({ shape, order }: Activation): number[] {
  return order.map((axis) => shape[axis]!);
}

/** The same tensor held in another order, by a `Transpose` node if it is not so already. */
export function heldAs(graph: OnnxGraph, value: Activation, order: readonly number[]): Activation {
  if (order.every((axis, index) => axis === value.order[index])) return value;
  const perm = order.map((axis) => value.order.indexOf(axis));
  const [name] = graph.node('Transpose', [value.name], { perm });
  return { ...value, name: name!, order };
}

/**
 * A constant operand of an element-wise operator, laid out like the activation that it meets: TensorFlow
 * aligns shapes at the last axis, so missing axes come first.
 */
export function constantLike({ shape, data }: Constant, { order }: Activation): Constant {
  const missing = order.length - shape.length;
  if (missing < 0) throw conversionError('a constant has more axes than the tensor it is combined with');
  return transposeConstant({ shape: [...Array(missing).fill(1), ...shape], data }, order);
}
