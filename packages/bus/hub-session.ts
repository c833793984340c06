import type { AcknowledgedQueue, Delivery, Reservation } from './acknowledged-queue.ts';
import { BusError } from './bus-error.ts';
import { ClientFrame, type HubFrame } from './frames.ts';
import type { Port } from './port.ts';
import type { RequestBoard, Responder } from './request-board.ts';

/** What all sessions of a hub share. */
export interface HubRooms {
  queue(subject: string): AcknowledgedQueue;
  announce(subject: string, body: string): void;
  /** @returns a function that ends it. */
  listen(subject: string, listener: (body: string) => void): () => void;
  readonly requests: RequestBoard;
}

/** Announcements to a client that does not keep up are dropped from here on; nothing else ever is. */
const MAX_ANNOUNCEMENT_BACKLOG = 1_000;

/** One client of the hub, and all that must be undone when it goes. */
export class HubSession {
  readonly #port: Port;
  readonly #rooms: HubRooms;
  readonly #onProblem: (problem: BusError) => void;
  readonly #publishes = new Map<number, { queue: AcknowledgedQueue; reservation: Reservation }>();
  readonly #deliveries = new Map<number, Delivery>();
  readonly #subscriptions = new Map<number, () => void>();
  readonly #requests = new Map<number, () => void>();
  /** All responders of this client, stopped ones too, by the questions they were asked. */
  readonly #questions = new Map<number, Responder>();
  #nextDelivery = 0;
  #ended = false;

  constructor(port: Port, rooms: HubRooms, onProblem: (problem: BusError) => void) {
    this.#port = port;
    this.#rooms = rooms;
    this.#onProblem = onProblem;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Takes whatever a client sent. A frame that is not understood is reported and changes nothing. */
  receive(value: unknown): void {
    const parsed = ClientFrame.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      this.#problem(`${issue?.path.join('.') || 'type'}: ${issue?.message ?? 'not understood'}`);
      return;
    }
    this.#handle(parsed.data);
  }

  /** The client is gone: what it consumed goes back, what it published stays. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const stop of this.#subscriptions.values()) stop();
    for (const { queue, reservation } of this.#publishes.values()) queue.cancel(reservation);
    for (const withdraw of this.#requests.values()) withdraw();
    for (const delivery of this.#deliveries.values()) delivery.giveBack();
    for (const responder of new Set(this.#questions.values())) this.#rooms.requests.abandon(responder);
  }

  #handle(frame: ClientFrame): void {
    switch (frame.type) {
      case 'reserve':
        this.#reserve(frame.id, frame.subject, frame.count, frame.bytes);
        break;
      case 'publish':
        this.#publish(frame);
        break;
      case 'consume':
        this.#subscribe(frame.id, this.#consume(frame.id, frame.subject, frame.maxBatch));
        break;
      case 'acknowledge':
        this.#settle(frame.delivery, (delivery) => delivery.acknowledge());
        break;
      case 'reject':
        this.#settle(frame.delivery, (delivery) => delivery.reject());
        break;
      case 'announce':
        this.#rooms.announce(frame.subject, frame.body);
        break;
      case 'listen':
        this.#subscribe(frame.id, this.#listen(frame.id, frame.subject));
        break;
      case 'request':
        this.#request(frame.id, frame.subject, frame.body);
        break;
      case 'cancel':
        this.#requests.get(frame.id)?.();
        this.#requests.delete(frame.id);
        break;
      case 'respond':
        this.#subscribe(frame.id, this.#respond(frame.id, frame.subject));
        break;
      case 'answer':
        this.#answer(frame.question, { body: frame.body });
        break;
      case 'refuse':
        this.#answer(frame.question, { code: frame.code, message: frame.message });
        break;
      case 'stop':
        this.#subscriptions.get(frame.id)?.();
        this.#subscriptions.delete(frame.id);
        this.#send({ bus: 1, type: 'stopped', id: frame.id });
        break;
      case 'leave':
        this.end();
        break;
    }
  }

  #reserve(id: number, subject: string, count: number, bytes: number): void {
    if (this.#publishes.has(id)) {
      this.#problem(`publish ${id} was announced twice`);
      return;
    }
    const queue = this.#rooms.queue(subject);
    const granted = () => this.#send({ bus: 1, type: 'granted', id });
    this.#publishes.set(id, { queue, reservation: queue.reserve(count, bytes, granted) });
  }

  #publish({ id, messages }: Extract<ClientFrame, { type: 'publish' }>): void {
    const publish = this.#publishes.get(id);
    const committed = () => this.#send({ bus: 1, type: 'committed', id });
    if (!publish?.queue.push(publish.reservation, messages, committed)) {
      this.#problem(`publish ${id} has no room reserved`);
      return;
    }
    this.#publishes.delete(id);
  }

  #consume(id: number, subject: string, maxBatch: number): () => () => void {
    return () =>
      this.#rooms.queue(subject).consume(maxBatch, (delivery) => {
        const number = this.#nextDelivery++;
        this.#deliveries.set(number, delivery);
        this.#send({ bus: 1, type: 'deliver', id, delivery: number, messages: [...delivery.messages] });
      });
  }

  #settle(number: number, settle: (delivery: Delivery) => void): void {
    const delivery = this.#deliveries.get(number);
    if (!delivery) {
      this.#problem(`there is no delivery ${number}`);
      return;
    }
    this.#deliveries.delete(number);
    settle(delivery);
  }

  #listen(id: number, subject: string): () => () => void {
    return () =>
      this.#rooms.listen(subject, (body) => {
        if (this.#port.backlog < MAX_ANNOUNCEMENT_BACKLOG)
          this.#send({ bus: 1, type: 'announced', id, body });
      });
  }

  #request(id: number, subject: string, body: string): void {
    if (this.#requests.has(id)) {
      this.#problem(`request ${id} was sent twice`);
      return;
    }
    let open = true;
    const withdraw = this.#rooms.requests.ask(subject, body, (answer) => {
      open = false;
      this.#requests.delete(id);
      if ('body' in answer) this.#send({ bus: 1, type: 'answered', id, body: answer.body });
      else this.#send({ bus: 1, type: 'failed', id, code: answer.code, message: answer.message });
    });
    if (open) this.#requests.set(id, withdraw);
  }

  #respond(id: number, subject: string): () => () => void {
    const responder: Responder = {
      ask: (question, body) => {
        this.#questions.set(question, responder);
        this.#send({ bus: 1, type: 'ask', id, question, body });
      },
    };
    return () => this.#rooms.requests.add(subject, responder);
  }

  #answer(question: number, answer: Parameters<RequestBoard['answer']>[2]): void {
    const responder = this.#questions.get(question);
    if (!responder) {
      this.#problem(`question ${question} was not asked here`);
      return;
    }
    this.#questions.delete(question);
    this.#rooms.requests.answer(responder, question, answer);
  }

  #subscribe(id: number, start: () => () => void): void {
    if (this.#subscriptions.has(id)) {
      this.#problem(`subscription ${id} was made twice`);
      return;
    }
    this.#subscriptions.set(id, start());
  }

  #send(frame: HubFrame): void {
    if (!this.#ended) this.#port.send(frame);
  }

  #problem(what: string): void {
    this.#onProblem(new BusError('BUS_MALFORMED', `A frame on the bus was ignored: ${what}.`));
  }
}
