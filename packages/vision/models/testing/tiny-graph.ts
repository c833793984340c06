import type { Constant } from '../tfjs-to-onnx/constant.ts';
import type { GraphModel, GraphNode } from '../tfjs-to-onnx/graph-model.ts';

/** Height, width and channels of the picture that tiny graphs take. */
export const TINY = { height: 3, width: 4, channels: 3 } as const;

/** A TensorFlow graph of a few nodes over a placeholder `image` of 1 × 3 × 4 × 3 (N, H, W, C). */
export function tinyGraph(nodes: readonly GraphNode[], weights: Record<string, Constant> = {}): GraphModel {
  const constants = Object.keys(weights).map((name) => graphNode('Const', name, []));
  const placeholder = graphNode('Placeholder', 'image', []);
  return {
    input: { name: 'image', shape: [1, TINY.height, TINY.width, TINY.channels] },
    nodes: new Map([placeholder, ...constants, ...nodes].map((node) => [node.name, node])),
    weights: new Map(Object.entries(weights)),
  };
}

export function graphNode(
  op: string,
  name: string,
  input: readonly string[],
  attr: GraphNode['attr'] = {},
): GraphNode {
  return { op, name, input: [...input], attr };
}

export function floats(shape: readonly number[], ...values: number[]): Constant {
  return { shape, data: Float32Array.from(values) };
}

export function integers(...values: number[]): Constant {
  return { shape: [values.length], data: Int32Array.from(values) };
}

export function scalar(value: number): Constant {
  return { shape: [], data: Int32Array.of(value) };
}

/** A string attribute as TensorFlow.js writes it. */
export function text(value: string): { s: string } {
  return { s: Buffer.from(value).toString('base64') };
}

/** Attributes of operators that move a window. */
export function windowed(
  padding: 'SAME' | 'VALID',
  stride = 1,
  more: GraphNode['attr'] = {},
): GraphNode['attr'] {
  return {
    padding: text(padding),
    data_format: text('NHWC'),
    strides: { list: { i: [1, stride, stride, 1] } },
    dilations: { list: { i: [1, 1, 1, 1] } },
    ...more,
  };
}
