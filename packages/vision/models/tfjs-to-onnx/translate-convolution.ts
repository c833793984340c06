import { type Constant, transposeConstant } from './constant.ts';
import { conversionError } from './conversion-error.ts';
import type { GraphNode } from './graph-model.ts';
import { type Activation, CHANNELS_SECOND, heldAs } from './layout.ts';
import type { AttributeValue, OnnxGraph } from './onnx-graph.ts';
import { ELEMENTWISE } from './translate-elementwise.ts';
import { activationAt, constantAt, integersOf, type Translator, textOf } from './translator.ts';

interface Window {
  /** Height and width of the result. */
  readonly size: readonly [number, number];
  readonly attributes: Record<string, AttributeValue>;
}

/**
 * How a window of `kernel` (height, width) moves over a picture.
 *
 * For `SAME` TensorFlow pads so that the result has `ceil(size / stride)` values, the odd one at the end
 * (tensorflow.org, "Notes on padding" of `tf.nn`).
 */
function windowOf(input: Activation, kernel: readonly [number, number], node: GraphNode): Window {
  const padding = textOf(node, 'padding');
  const format = textOf(node, 'data_format');
  if (format !== 'NHWC' || !['SAME', 'VALID'].includes(padding)) {
    throw conversionError(`${node.op} "${node.name}" uses ${format} with ${padding} padding`);
  }
  const axes = [1, 2].map((axis, index) => {
    const size = input.shape[axis]!;
    const stride = integersOf(node, 'strides')[axis] ?? 1;
    const dilation = integersOf(node, 'dilations')[axis] ?? 1;
    const extent = (kernel[index]! - 1) * dilation + 1;
    if (padding === 'VALID') {
      return { stride, dilation, result: Math.ceil((size - extent + 1) / stride), before: 0, after: 0 };
    }
    const result = Math.ceil(size / stride);
    const total = Math.max(0, (result - 1) * stride + extent - size);
    const before = Math.floor(total / 2);
    return { stride, dilation, result, before, after: total - before };
  });
  return {
    size: [axes[0]!.result, axes[1]!.result],
    attributes: {
      kernel_shape: kernel,
      strides: axes.map(({ stride }) => stride),
      dilations: axes.map(({ dilation }) => dilation),
      pads: [...axes.map(({ before }) => before), ...axes.map(({ after }) => after)],
    },
  };
}

/**
 * Conv2D and its kin. TensorFlow's filters are height × width × in × out, or for the depthwise ones
 * height × width × in × multiplier; ONNX's are out × in/group × height × width.
 */
function convolution(isDepthwise: boolean): Translator {
  return (graph, node, inputs) => {
    const input = heldAs(graph, activationAt(inputs, 0, node), CHANNELS_SECOND);
    const filter = constantAt(inputs, 1, node);
    const [height, width, channels, last] = filter.shape as [number, number, number, number];
    const { size, attributes } = windowOf(input, [height, width], node);
    const outputs = isDepthwise ? channels * last : last;
    const weights: Constant = isDepthwise
      ? { shape: [outputs, 1, height, width], data: transposeConstant(filter, [2, 3, 0, 1]).data }
      : transposeConstant(filter, [3, 2, 0, 1]);
    const fused = fusedOperations(node);
    const operands = [input.name, graph.floats(weights)];
    if (fused[0] === 'BiasAdd') operands.push(graph.floats(constantAt(inputs, 2, node)));
    const [name] = graph.node('Conv', operands, { ...attributes, group: isDepthwise ? channels : 1 });
    const result = { name: name!, shape: [input.shape[0]!, ...size, outputs], order: CHANNELS_SECOND };
    return [activated(graph, node, result, fused)];
  };
}

/** What TensorFlow's optimiser drew into the convolution: a bias, then perhaps an activation. */
function fusedOperations(node: GraphNode): string[] {
  const names = node.attr.fused_ops?.list?.s ?? [];
  return names.map((name) => Buffer.from(name, 'base64').toString());
}

function activated(
  graph: OnnxGraph,
  node: GraphNode,
  value: Activation,
  fused: readonly string[],
): Activation {
  const [activation, ...others] = fused.filter((name) => name !== 'BiasAdd');
  if (activation === undefined) return value;
  const translate = ELEMENTWISE[activation];
  if (translate === undefined || others.length > 0) {
    throw conversionError(`${node.op} "${node.name}" is fused with ${fused.join(', ')}`);
  }
  return activationAt(translate(graph, node, [value]), 0, node);
}

const maxPool: Translator = (graph, node, inputs) => {
  const input = heldAs(graph, activationAt(inputs, 0, node), CHANNELS_SECOND);
  const [, height = 1, width = 1] = integersOf(node, 'ksize');
  const { size, attributes } = windowOf(input, [height, width], node);
  const [name] = graph.node('MaxPool', [input.name], attributes);
  return [{ name: name!, shape: [input.shape[0]!, ...size, input.shape[3]!], order: CHANNELS_SECOND }];
};

/** TensorFlow's operators that move a window over a picture. */
export const CONVOLUTION: Readonly<Record<string, Translator>> = {
  Conv2D: convolution(false),
  _FusedConv2D: convolution(false),
  DepthwiseConv2dNative: convolution(true),
  FusedDepthwiseConv2dNative: convolution(true),
  MaxPool: maxPool,
};
