import type { BusErrorCode } from './bus-error.ts';

export type Answer =
  | { readonly body: string }
  | { readonly code: BusErrorCode | (string & {}); readonly message: string };

/** Somebody who answers; `ask` passes the question on. */
export interface Responder {
  ask(question: number, body: string): void;
}

interface Question {
  readonly responder: Responder;
  readonly answered: (answer: Answer) => void;
}

/** Brings questions to one responder of their subject, in turns, and answers back. */
export class RequestBoard {
  readonly #responders = new Map<string, Set<Responder>>();
  readonly #questions = new Map<number, Question>();
  #nextQuestion = 0;

  /** @returns a function after which it is asked nothing more; it may still answer what it was asked. */
  add(subject: string, responder: Responder): () => void {
    const responders = this.#responders.get(subject) ?? new Set();
    this.#responders.set(subject, responders);
    responders.add(responder);
    return () => {
      responders.delete(responder);
      if (responders.size === 0 && this.#responders.get(subject) === responders) {
        this.#responders.delete(subject);
      }
    };
  }

  /**
   * Asks; `answered` is called once, unless the question is withdrawn first.
   * @returns a function that withdraws it.
   */
  ask(subject: string, body: string, answered: (answer: Answer) => void): () => void {
    const responders = this.#responders.get(subject);
    const responder = responders?.values().next().value;
    if (!responders || !responder) {
      answered({ code: 'BUS_NO_RESPONDER', message: `Nobody answers requests on ${subject} at the moment.` });
      return () => {};
    }
    responders.delete(responder);
    responders.add(responder);
    const question = this.#nextQuestion++;
    this.#questions.set(question, { responder, answered });
    responder.ask(question, body);
    return () => this.#questions.delete(question);
  }

  /** Takes an answer; late ones and those to another's question are ignored. */
  answer(responder: Responder, question: number, answer: Answer): void {
    const asked = this.#questions.get(question);
    if (asked?.responder !== responder) return;
    this.#questions.delete(question);
    asked.answered(answer);
  }

  /** A responder is gone: what it was asked will not be answered. */
  abandon(responder: Responder): void {
    for (const [question, asked] of this.#questions) {
      if (asked.responder !== responder) continue;
      this.#questions.delete(question);
      asked.answered({ code: 'BUS_NO_RESPONDER', message: 'The responder went away before it answered.' });
    }
  }
}
