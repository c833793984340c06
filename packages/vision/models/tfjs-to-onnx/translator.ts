import type { Constant } from './constant.ts';
import { conversionError } from './conversion-error.ts';
import type { GraphNode } from './graph-model.ts';
import { type Activation, isConstant, type Value } from './layout.ts';
import type { OnnxGraph } from './onnx-graph.ts';

/** Adds to `graph` what does the same as one TensorFlow node, and returns the node's outputs. */
export type Translator = (graph: OnnxGraph, node: GraphNode, inputs: readonly Value[]) => Value[];

export function activationAt(inputs: readonly Value[], index: number, node: GraphNode): Activation {
  const value = inputs[index];
  if (value === undefined || isConstant(value)) {
    throw conversionError(`${node.op} "${node.name}" has no computed input ${index}`);
  }
  return value;
}

export function constantAt(inputs: readonly Value[], index: number, node: GraphNode): Constant {
  const value = inputs[index];
  if (value === undefined || !isConstant(value)) {
    throw conversionError(`${node.op} "${node.name}" has no constant input ${index}`);
  }
  return value;
}

/** The whole numbers of a constant input: a shape, axes, sizes. */
export function integersAt(inputs: readonly Value[], index: number, node: GraphNode): number[] {
  return Array.from(constantAt(inputs, index, node).data);
}

/** A string attribute. */
export function textOf(node: GraphNode, attribute: string): string {
  return Buffer.from(node.attr[attribute]?.s ?? '', 'base64').toString();
}

/** An attribute that is a list of integers. */
export function integersOf(node: GraphNode, attribute: string): number[] {
  return node.attr[attribute]?.list?.i ?? [];
}
