import protobuf from 'protobufjs/light.js';
import type { Constant } from './constant.ts';

// The part of onnx.proto (ONNX 1.14, IR version 8) that is written here.
const schema = protobuf.Root.fromJSON({
  nested: {
    Model: {
      fields: {
        irVersion: { id: 1, type: 'int64' },
        producerName: { id: 2, type: 'string' },
        graph: { id: 7, type: 'Graph' },
        opsetImport: { id: 8, type: 'OperatorSet', rule: 'repeated' },
      },
    },
    OperatorSet: { fields: { domain: { id: 1, type: 'string' }, version: { id: 2, type: 'int64' } } },
    Graph: {
      fields: {
        node: { id: 1, type: 'Node', rule: 'repeated' },
        name: { id: 2, type: 'string' },
        initializer: { id: 5, type: 'Tensor', rule: 'repeated' },
        input: { id: 11, type: 'ValueInfo', rule: 'repeated' },
        output: { id: 12, type: 'ValueInfo', rule: 'repeated' },
      },
    },
    Node: {
      fields: {
        input: { id: 1, type: 'string', rule: 'repeated' },
        output: { id: 2, type: 'string', rule: 'repeated' },
        name: { id: 3, type: 'string' },
        opType: { id: 4, type: 'string' },
        attribute: { id: 5, type: 'Attribute', rule: 'repeated' },
      },
    },
    Attribute: {
      fields: {
        name: { id: 1, type: 'string' },
        f: { id: 2, type: 'float' },
        i: { id: 3, type: 'int64' },
        s: { id: 4, type: 'bytes' },
        ints: { id: 8, type: 'int64', rule: 'repeated' },
        type: { id: 20, type: 'int32' },
      },
    },
    Tensor: {
      fields: {
        dims: { id: 1, type: 'int64', rule: 'repeated' },
        dataType: { id: 2, type: 'int32' },
        name: { id: 8, type: 'string' },
        rawData: { id: 9, type: 'bytes' },
      },
    },
    ValueInfo: { fields: { name: { id: 1, type: 'string' }, type: { id: 2, type: 'Type' } } },
    Type: { fields: { tensorType: { id: 1, type: 'TensorType' } } },
    TensorType: { fields: { elemType: { id: 1, type: 'int32' }, shape: { id: 2, type: 'Shape' } } },
    Shape: { fields: { dim: { id: 1, type: 'Dimension', rule: 'repeated' } } },
    Dimension: { fields: { dimValue: { id: 1, type: 'int64' } } },
  },
});

const IR_VERSION = 8;
const OPERATOR_SET = 13;
const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_STRING = 3;
const ATTRIBUTE_INTS = 7;

/** An integer, a string, a list of integers, or a float. */
export type AttributeValue = number | string | readonly number[] | { readonly float: number };

/** An ONNX graph under construction (operator set 13). The same calls always give the same bytes. */
export class OnnxGraph {
  readonly #nodes: object[] = [];
  readonly #initializers: object[] = [];
  readonly #inputs: object[] = [];
  readonly #outputs: object[] = [];
  #tensors = 0;

  /** Declares a float input and returns its name. */
  input(name: string, shape: readonly number[]): string {
    this.#inputs.push(valueInfo(name, shape));
    return name;
  }

  /** Declares an existing value as a float output called `name`. */
  output(name: string, value: string, shape: readonly number[]): void {
    this.#nodes.push({ opType: 'Identity', name, input: [value], output: [name], attribute: [] });
    this.#outputs.push(valueInfo(name, shape));
  }

  /** Adds a node and returns the names of its outputs. An empty input name leaves an input out. */
  node(
    opType: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
    outputs = 1,
  ): string[] {
    const names = Array.from({ length: outputs }, () => this.#newName());
    this.#nodes.push({
      opType,
      name: names[0],
      input: inputs,
      output: names,
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    });
    return names;
  }

  /** Adds a constant of 32-bit floats and returns its name. */
  floats({ shape, data }: Constant): string {
    const values = data instanceof Float32Array ? data : Float32Array.from(data);
    return this.#initializer(
      FLOAT,
      shape,
      littleEndian(values.length, 4, (view, at, index) => view.setFloat32(at, values[index]!, true)),
    );
  }

  /** Adds a constant list of 64-bit integers, as shapes and pads are, and returns its name. */
  integers(values: readonly number[]): string {
    return this.#initializer(
      INT64,
      [values.length],
      littleEndian(values.length, 8, (view, at, index) => view.setBigInt64(at, BigInt(values[index]!), true)),
    );
  }

  /** The finished model as an ONNX file. */
  encode(name: string): Uint8Array {
    const model = {
      irVersion: IR_VERSION,
      producerName: 'amaan',
      graph: {
        name,
        node: this.#nodes,
        initializer: this.#initializers,
        input: this.#inputs,
        output: this.#outputs,
      },
      opsetImport: [{ domain: '', version: OPERATOR_SET }],
    };
    return schema.lookupType('Model').encode(model).finish();
  }

  #initializer(dataType: number, dims: readonly number[], rawData: Uint8Array): string {
    const name = this.#newName();
    this.#initializers.push({ name, dataType, dims, rawData });
    return name;
  }

  #newName(): string {
    return `t${this.#tensors++}`;
  }
}

function littleEndian(
  count: number,
  width: number,
  write: (view: DataView, at: number, index: number) => void,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(count * width));
  for (let index = 0; index < count; index++) write(view, index * width, index);
  return new Uint8Array(view.buffer);
}

function valueInfo(name: string, shape: readonly number[]): object {
  const dim = shape.map((dimValue) => ({ dimValue }));
  return { name, type: { tensorType: { elemType: FLOAT, shape: { dim } } } };
}

function attribute(name: string, value: AttributeValue): object {
  if (typeof value === 'string') return { name, type: ATTRIBUTE_STRING, s: Buffer.from(value) };
  if (typeof value === 'number') return { name, type: ATTRIBUTE_INT, i: value };
  if ('float' in value) return { name, type: ATTRIBUTE_FLOAT, f: value.float };
  return { name, type: ATTRIBUTE_INTS, ints: value };
}
