import { conversionError } from './conversion-error.ts';
import { foldConstants } from './fold-constants.ts';
import type { GraphModel } from './graph-model.ts';
import { CHANNELS_SECOND, heldAs, isConstant, naturalOrder, type Value } from './layout.ts';
import { OnnxGraph } from './onnx-graph.ts';
import { CONVOLUTION } from './translate-convolution.ts';
import { ELEMENTWISE } from './translate-elementwise.ts';
import { SHAPE } from './translate-shape.ts';
import type { Translator } from './translator.ts';

const TRANSLATORS: Readonly<Record<string, Translator>> = { ...CONVOLUTION, ...ELEMENTWISE, ...SHAPE };

export interface TranslationOptions {
  /** The name that the ONNX input gets. */
  readonly input: string;
  /** Take the picture channels-second although the TensorFlow graph has channels last. */
  readonly channelsSecond: boolean;
  /** Which nodes' values become outputs, under the same names and in the same order of axes. */
  readonly outputs: readonly string[];
}

/**
 * Translates the part of a graph that the outputs depend on to ONNX.
 * @throws ModelError `MODEL_CONVERSION_FAILED` for an operator or a form of it that is not supported.
 */
export function translateGraph(model: GraphModel, options: TranslationOptions): OnnxGraph {
  const graph = new OnnxGraph();
  const translated = new Map<string, readonly Value[]>();

  const resolve = (reference: string): Value => {
    const [name, output = '0'] = reference.split(':') as [string, string?];
    const value = (translated.get(name) ?? translate(name))[Number(output)];
    if (value === undefined) throw conversionError(`"${reference}" does not exist`);
    return value;
  };

  const translate = (name: string): readonly Value[] => {
    const node = model.nodes.get(name);
    if (node === undefined) throw conversionError(`there is no node "${name}"`);
    // "^name" only orders execution.
    const inputs = node.input.filter((input) => !input.startsWith('^')).map(resolve);
    const values = node.op === 'Const' ? [weight(name)] : translateNode(node.name, inputs);
    translated.set(name, values);
    return values;
  };

  const weight = (name: string): Value => {
    const constant = model.weights.get(name);
    if (constant === undefined) throw conversionError(`it has no weights for "${name}"`);
    return constant;
  };

  const translateNode = (name: string, inputs: readonly Value[]): readonly Value[] => {
    const node = model.nodes.get(name)!;
    if (node.op === 'Placeholder') return [placeholder(graph, model, options)];
    const folded = inputs.every(isConstant) ? foldConstants(node, inputs) : null;
    if (folded !== null) return [folded];
    const translator = TRANSLATORS[node.op];
    if (translator === undefined) throw conversionError(`its operator ${node.op} is not supported`);
    return translator(graph, node, inputs);
  };

  for (const output of options.outputs) {
    const value = resolve(output);
    if (isConstant(value)) throw conversionError(`its output "${output}" is a constant`);
    const natural = heldAs(graph, value, naturalOrder(value.shape.length));
    graph.output(output, natural.name, natural.shape);
  }
  return graph;
}

function placeholder(graph: OnnxGraph, model: GraphModel, options: TranslationOptions): Value {
  const { shape } = model.input;
  const order = options.channelsSecond ? CHANNELS_SECOND : naturalOrder(shape.length);
  return {
    name: graph.input(
      options.input,
      order.map((axis) => shape[axis]!),
    ),
    shape,
    order,
  };
}
