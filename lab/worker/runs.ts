import type { Experiment, Run, RunFrame, Tensors } from "../experiment.ts";
import { seedOf } from "../parameters.ts";
import { createRandom } from "../random.ts";
import { type Candidates, firstThatRuns } from "./attempts.ts";
import type { BackendName, FrameReply, FrameRequest } from "./messages.ts";

/** A run that has begun: where it computes, and how far it is. */
interface Session {
  readonly id: number;
  readonly backend: BackendName;
  readonly frames: AsyncGenerator<RunFrame, void>;
  /** Frames taken so far. */
  taken: number;
}

/** The runs that readers watch: one a figure. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  /**
   * The next frame of a run. Where its backend fails it begins anew on the next one and is taken as far as it was:
   * from the same seed it goes the same way, up to rounding.
   */
  async next(experiment: Experiment, request: FrameRequest): Promise<FrameReply> {
    const run = experiment.runs?.[request.run];
    if (run === undefined) throw new Error(`${experiment.title}: unknown run “${request.run}”`);
    let held = this.#sessions.get(request.figure);
    if (held?.id !== request.session) {
      await this.stop(request.figure);
      held = undefined;
    }
    const candidates = candidatesFor(run, held?.backend, request.backend);
    const { value, report } = await firstThatRuns(candidates, (backend, tf) =>
      this.#advance(experiment, run, request, backend, tf),
    );
    if (value.isOver) await this.stop(request.figure);
    return { id: request.id, kind: "frame", ...value, ...report };
  }

  /** Ends a figure's run; what it still holds is freed by the run itself. */
  async stop(figure: string): Promise<void> {
    const held = this.#sessions.get(figure);
    this.#sessions.delete(figure);
    await held?.frames.return().catch(() => undefined);
  }

  async #advance(
    experiment: Experiment,
    run: Run,
    request: FrameRequest,
    backend: BackendName,
    tf: Tensors | undefined,
  ): Promise<Pick<FrameReply, "frame" | "isOver">> {
    const session = await this.#sessionOn(experiment, run, request, backend, tf);
    const end = performance.now() + request.budget;
    let frame: RunFrame | undefined;
    do {
      const { value, done } = await session.frames.next();
      if (done === true) return { ...(frame !== undefined && { frame }), isOver: true };
      session.taken += 1;
      frame = value as RunFrame;
    } while (performance.now() < end);
    return { frame, isOver: frame.step >= run.length(request.values) };
  }

  /** The session on this backend: the held one, or a new one that is taken as far as the held one was. */
  async #sessionOn(
    experiment: Experiment,
    run: Run,
    { figure, session: id, values }: FrameRequest,
    backend: BackendName,
    tf: Tensors | undefined,
  ): Promise<Session> {
    const held = this.#sessions.get(figure);
    if (held?.backend === backend) return held;
    await this.stop(figure);
    const random = createRandom(seedOf(experiment.parameters, values));
    const frames = run.frames(values, { tf: tf ?? noTensors(experiment), random });
    const session: Session = { id, backend, frames, taken: held?.taken ?? 0 };
    for (let taken = 0; taken < session.taken; taken++) await frames.next();
    this.#sessions.set(figure, session);
    return session;
  }
}

/** Backends for a run, the held one first; a chosen one only where it can be chosen. */
function candidatesFor(
  { usesTensors }: Run,
  held: BackendName | undefined,
  chosen: BackendName | undefined,
): Candidates {
  if (!usesTensors) return { order: ["plain"] };
  const all: readonly BackendName[] = ["webgpu", "webgl", "cpu"];
  const order = held === undefined ? all : [held, ...all.filter((name) => name !== held)];
  return { order, chosen: chosen === "plain" ? "cpu" : chosen };
}

/** Stands in for tf.js in a run that has declared that it uses none. */
function noTensors({ title }: Experiment): Tensors {
  return new Proxy({} as Tensors, {
    get() {
      throw new Error(`${title}: a run that uses tf.js must say \`usesTensors: true\``);
    },
  });
}
