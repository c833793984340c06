import type { ByteReader, TraciValue } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { COMMAND, DOMAIN, RESULT, TYPE, VARIABLE } from './traci-codes.ts';
import { readStatus, type TraciCommand, type TraciConnection } from './traci-connection.ts';
import { TraciError } from './traci-error.ts';

/** Values of variables, by the variable's number. */
export type Variables = ReadonlyMap<number, TraciValue>;

/** What subscriptions gave in a step: of things by themselves, and of things around another. */
export interface StepResults {
  readonly things: ReadonlyMap<string, Variables>;
  /** For each subscribed place the things in its range. */
  readonly around: ReadonlyMap<string, ReadonlyMap<string, Variables>>;
}

/** SUMO's commands that signal control needs. Everything that changes each second is subscribed, never polled. */
export class TraciClient {
  readonly #connection: TraciConnection;

  constructor(connection: TraciConnection) {
    this.#connection = connection;
  }

  /** @returns SUMO's version of the protocol and its name */
  async version(): Promise<{ readonly protocol: number; readonly name: string }> {
    const answer = await this.#ask({ id: COMMAND.version, content: new ByteWriter() });
    const version = answer.command();
    version.byte();
    return { protocol: version.int(), name: version.text() };
  }

  /** Gives a variable of one thing. */
  async get(command: number, variable: number, id: string): Promise<TraciValue> {
    const answer = await this.#ask({ id: command, content: new ByteWriter().byte(variable).text(id) });
    const value = answer.command();
    value.byte();
    value.byte();
    value.text();
    return value.value();
  }

  /** From now on each step gives these variables of a thing. */
  async subscribe(command: number, id: string, variables: readonly number[]): Promise<void> {
    const content = subscriptionHead(id);
    content.byte(variables.length);
    for (const variable of variables) content.byte(variable);
    await this.#ask({ id: command, content });
  }

  /**
   * From now on each step gives these variables of all vehicles around a junction.
   * @param metres from the junction's centre
   */
  async subscribeVehiclesAround(
    junction: string,
    metres: number,
    variables: readonly number[],
  ): Promise<void> {
    const content = subscriptionHead(junction).byte(DOMAIN.vehicle).double(metres).byte(variables.length);
    for (const variable of variables) content.byte(variable);
    await this.#ask({ id: COMMAND.subscribeJunctionContext, content });
  }

  /**
   * Sets signals and goes on, in one message.
   * @param states of the signals that change, by signal
   * @param until seconds of the simulation's clock; left out: one step
   */
  async step(states: ReadonlyMap<string, string> = new Map(), until = 0): Promise<StepResults> {
    const commands = [...states].map(([signal, state]) => signalState(signal, state));
    const target = new ByteWriter().double(until);
    const answer = await this.#connection.exchange([...commands, { id: COMMAND.step, content: target }]);
    for (let status = 0; status <= commands.length; status++) readStatus(answer);
    return readResults(answer);
  }

  /** Ends the simulation; SUMO writes its files and goes. */
  async close(): Promise<void> {
    await this.#ask({ id: COMMAND.close, content: new ByteWriter() });
  }

  async #ask(command: TraciCommand): Promise<ByteReader> {
    const answer = await this.#connection.exchange([command]);
    readStatus(answer);
    return answer;
  }
}

function signalState(signal: string, state: string): TraciCommand {
  const content = new ByteWriter().byte(VARIABLE.signalState).text(signal).byte(TYPE.text).text(state);
  return { id: COMMAND.setSignal, content };
}

function subscriptionHead(id: string): ByteWriter {
  // From the beginning of time to its end, as doubles.
  return new ByteWriter()
    .double(-(2 ** 30))
    .double(2 ** 30)
    .text(id);
}

function readResults(answer: ByteReader): StepResults {
  const things = new Map<string, Variables>();
  const around = new Map<string, ReadonlyMap<string, Variables>>();
  const count = answer.int();
  for (let index = 0; index < count; index++) {
    const result = answer.command();
    const kind = result.byte();
    const id = result.text();
    // Context results have 0x9. for the command 0x8., results of single things 0xe. for 0xd.
    if (kind >> 4 === 0x9) {
      result.byte();
      const variables = result.byte();
      const found = new Map<string, Variables>();
      for (let left = result.int(); left > 0; left--)
        found.set(result.text(), readVariables(result, variables));
      around.set(id, found);
    } else things.set(id, readVariables(result, result.byte()));
  }
  return { things, around };
}

function readVariables(result: ByteReader, count: number): Variables {
  const values = new Map<number, TraciValue>();
  for (let left = count; left > 0; left--) {
    const variable = result.byte();
    const status = result.byte();
    const value = result.value();
    if (status !== RESULT.ok)
      throw new TraciError('TRACI_REFUSED', `SUMO cannot tell a subscribed variable: ${String(value)}.`);
    values.set(variable, value);
  }
  return values;
}
