import { elementCount } from './constant.ts';
import { conversionError } from './conversion-error.ts';
import { CHANNELS_SECOND, heldAs, heldShape, naturalOrder } from './layout.ts';
import { activationAt, constantAt, integersAt, type Translator } from './translator.ts';

const identity: Translator = (_graph, _node, inputs) => [inputs[0]!];

/** Nothing moves: only the account of which axis is where changes. */
const transpose: Translator = (_graph, node, inputs) => {
  const input = activationAt(inputs, 0, node);
  const permutation = integersAt(inputs, 1, node);
  const shape = permutation.map((axis) => input.shape[axis]!);
  return [{ name: input.name, shape, order: input.order.map((axis) => permutation.indexOf(axis)) }];
};

const reshape: Translator = (graph, node, inputs) => {
  const input = activationAt(inputs, 0, node);
  const wanted = integersAt(inputs, 1, node);
  const known = elementCount(wanted.filter((size) => size !== -1));
  const shape = wanted.map((size) => (size === -1 ? elementCount(input.shape) / known : size));
  const natural = heldAs(graph, input, naturalOrder(input.shape.length));
  const [name] = graph.node('Reshape', [natural.name, graph.integers(shape)]);
  return [{ name: name!, shape, order: naturalOrder(shape.length) }];
};

const concat: Translator = (graph, node, inputs) => {
  const tensors = inputs.slice(0, -1).map((_, index) => activationAt(inputs, index, node));
  const { shape, order } = tensors[0]!;
  const axis = axisOf(integersAt(inputs, inputs.length - 1, node)[0]!, shape.length);
  const names = tensors.map((tensor) => heldAs(graph, tensor, order).name);
  const [name] = graph.node('Concat', names, { axis: order.indexOf(axis) });
  const size = tensors.reduce((sum, tensor) => sum + tensor.shape[axis]!, 0);
  return [{ name: name!, shape: shape.with(axis, size), order }];
};

const split: Translator = (graph, node, inputs) => {
  const input = activationAt(inputs, 0, node);
  const sizes = integersAt(inputs, 1, node);
  const axis = axisOf(integersAt(inputs, 2, node)[0]!, input.shape.length);
  const attributes = { axis: input.order.indexOf(axis) };
  const names = graph.node('Split', [input.name, graph.integers(sizes)], attributes, sizes.length);
  return names.map((name, index) => ({ ...input, name, shape: input.shape.with(axis, sizes[index]!) }));
};

/** `Pad` with zeros, `PadV2` with a given value. */
const pad: Translator = (graph, node, inputs) => {
  const input = activationAt(inputs, 0, node);
  const amounts = integersAt(inputs, 1, node);
  const before = input.order.map((axis) => amounts[2 * axis]!);
  const after = input.order.map((axis) => amounts[2 * axis + 1]!);
  const operands = [input.name, graph.integers([...before, ...after])];
  if (node.op === 'PadV2') operands.push(graph.floats(constantAt(inputs, 2, node)));
  const [name] = graph.node('Pad', operands, { mode: 'constant' });
  const shape = input.shape.map((size, axis) => size + amounts[2 * axis]! + amounts[2 * axis + 1]!);
  return [{ name: name!, shape, order: input.order }];
};

/** The mean over height and width of each channel, as squeeze-and-excitation uses it. */
const mean: Translator = (graph, node, inputs) => {
  const input = heldAs(graph, activationAt(inputs, 0, node), CHANNELS_SECOND);
  const axes = integersAt(inputs, 1, node).map((axis) => axisOf(axis, input.shape.length));
  if (axes.toSorted().join() !== '1,2' || !node.attr.keep_dims?.b) {
    throw conversionError(`Mean "${node.name}" is not over height and width`);
  }
  const [name] = graph.node('GlobalAveragePool', [input.name]);
  return [{ name: name!, shape: [input.shape[0]!, 1, 1, input.shape[3]!], order: input.order }];
};

const resizeBilinear: Translator = (graph, node, inputs) => {
  const input = heldAs(graph, activationAt(inputs, 0, node), CHANNELS_SECOND);
  const [height, width] = integersAt(inputs, 1, node) as [number, number];
  const resized = { ...input, shape: [input.shape[0]!, height, width, input.shape[3]!] };
  const sizes = graph.integers(heldShape(resized));
  const [name] = graph.node('Resize', [input.name, '', '', sizes], {
    mode: 'linear',
    coordinate_transformation_mode: node.attr.align_corners?.b
      ? 'align_corners'
      : node.attr.half_pixel_centers?.b
        ? 'half_pixel'
        : 'asymmetric',
  });
  return [{ ...resized, name: name! }];
};

/** TensorFlow counts negative axes from the end. */
function axisOf(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

/** TensorFlow's operators that rearrange, join, cut, pad or resample. */
export const SHAPE: Readonly<Record<string, Translator>> = {
  ConcatV2: concat,
  Identity: identity,
  Mean: mean,
  Pad: pad,
  PadV2: pad,
  Reshape: reshape,
  ResizeBilinear: resizeBilinear,
  SplitV: split,
  Transpose: transpose,
};
