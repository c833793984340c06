import { conversionError } from './conversion-error.ts';
import type { GraphNode } from './graph-model.ts';
import { type Activation, constantLike, heldAs, isConstant, type Value } from './layout.ts';
import type { AttributeValue, OnnxGraph } from './onnx-graph.ts';
import { activationAt, type Translator } from './translator.ts';

/** One input, one output of the same shape: the order of axes does not matter. */
function unary(opType: string, attributes?: (node: GraphNode) => Record<string, AttributeValue>): Translator {
  return (graph, node, inputs) => {
    const input = activationAt(inputs, 0, node);
    const [name] = graph.node(opType, [input.name], attributes?.(node));
    return [{ ...input, name: name! }];
  };
}

/** `min(max(x, 0), 6)`. */
const relu6: Translator = (graph, node, inputs) => {
  const input = activationAt(inputs, 0, node);
  const bounds = [0, 6].map((bound) => graph.floats({ shape: [], data: Float32Array.of(bound) }));
  const [name] = graph.node('Clip', [input.name, ...bounds]);
  return [{ ...input, name: name! }];
};

/** Two inputs that broadcast to each other's shape; at least one of them is computed. */
function binary(opType: string): Translator {
  return (graph, node, inputs) => {
    const [left, right] = inputs;
    if (left === undefined || right === undefined) throw conversionError(`${node.op} needs two inputs`);
    const leader = isConstant(left) ? activationAt(inputs, 1, node) : left;
    const names = [left, right].map((value) => operand(graph, node, value, leader));
    const [name] = graph.node(opType, names);
    const shape = broadcast(left.shape, right.shape, node);
    return [{ name: name!, shape, order: leader.order }];
  };
}

function operand(graph: OnnxGraph, node: GraphNode, value: Value, leader: Activation): string {
  if (isConstant(value)) return graph.floats(constantLike(value, leader));
  if (value.shape.length !== leader.shape.length) {
    throw conversionError(`${node.op} "${node.name}" combines tensors of different rank`);
  }
  return heldAs(graph, value, leader.order).name;
}

function broadcast(left: readonly number[], right: readonly number[], node: GraphNode): number[] {
  const rank = Math.max(left.length, right.length);
  return Array.from({ length: rank }, (_, axis) => {
    const a = left[axis - rank + left.length] ?? 1;
    const b = right[axis - rank + right.length] ?? 1;
    if (a !== b && a !== 1 && b !== 1) {
      throw conversionError(`${node.op} "${node.name}" combines ${left.join('×')} with ${right.join('×')}`);
    }
    return a === 1 ? b : a;
  });
}

/** TensorFlow's operators that work value by value. */
export const ELEMENTWISE: Readonly<Record<string, Translator>> = {
  Add: binary('Add'),
  AddV2: binary('Add'),
  Sub: binary('Sub'),
  Mul: binary('Mul'),
  Relu: unary('Relu'),
  Relu6: relu6,
  Sigmoid: unary('Sigmoid'),
  LeakyRelu: unary('LeakyRelu', (node) => ({ alpha: { float: node.attr.alpha?.f ?? 0.2 } })),
};
