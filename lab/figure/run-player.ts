import type { Experiment, Run } from "../experiment.ts";
import { plainLabel } from "../labels.ts";
import type { Values } from "../parameters.ts";
import type { Accelerator } from "../worker/accelerator.ts";
import { type FrameReply, sentenceOf } from "../worker/messages.ts";
import type { BackendChoice } from "./backend-choice.ts";
import type { State } from "./figure-state.ts";
import { PlayerLine } from "./player-line.ts";
import type { Toolbar } from "./toolbar.ts";

/** What a player works with. */
export interface PlayerOptions {
  readonly experiment: Experiment;
  readonly accelerator: Accelerator;
  readonly backends: BackendChoice;
  readonly toolbar: Toolbar;
  readonly state: State;
  /** The figure's name in the page, and its experiment's folder. */
  readonly figure: string;
  readonly folder: string;
  /** Draws the figure anew, with the newest frame. */
  readonly redraw: () => void;
}

/** One run that a reader has begun. */
interface Session {
  readonly id: number;
  readonly name: string;
  readonly run: Run;
  /** The state in which it began. */
  readonly start: Values;
  isOver: boolean;
}

/** Readers who want less motion get a picture a second: milliseconds that a run may go on between two of them. */
const calmBudget = 1000;

/** Plays a figure's runs: play, pause, step, back to the start; it rests while the figure is off the screen. */
export class RunPlayer {
  readonly #options: PlayerOptions;
  readonly #line: PlayerLine;
  readonly #buttons = new Map<string, HTMLButtonElement>();
  #session: Session | undefined;
  #sessions = 0;
  #isPlaying = false;
  #isOnScreen = true;
  #isAsking = false;
  #frame: unknown;

  constructor(options: PlayerOptions) {
    this.#options = options;
    const { experiment, toolbar, backends } = options;
    for (const [name, run] of Object.entries(experiment.runs ?? {})) {
      this.#buttons.set(
        name,
        toolbar.enable(`run-${name}`, () => this.#begin(name, run)),
      );
    }
    this.#line = new PlayerLine(toolbar, {
      toggle: () => this.#toggle(),
      step: () => void this.#step(),
      stop: () => this.#backToStart(),
    });
    backends.onChoice(() => this.#isPlaying || void this.#step());
  }

  /** What `draw` gets as `frame`. */
  frame(): unknown {
    return this.#frame;
  }

  /** Rests while the figure is off the screen. */
  setOnScreen(isOnScreen: boolean): void {
    this.#isOnScreen = isOnScreen;
    if (isOnScreen && this.#isPlaying) void this.#play();
  }

  /** Ends the run, because the state that it began from is gone. */
  end(): void {
    if (this.#session === undefined && this.#frame === undefined) return;
    this.#isPlaying = false;
    this.#session = undefined;
    this.#frame = undefined;
    this.#line.hide();
    const { accelerator, figure, folder, state } = this.#options;
    this.#options.toolbar.outdate();
    void accelerator.stop({ figure, experiment: folder, values: state.values() }).catch(() => undefined);
  }

  #begin(name: string, run: Run): void {
    if (this.#session?.name === name && !this.#session.isOver) {
      this.#toggle();
      return;
    }
    this.end();
    this.#session = { id: ++this.#sessions, name, run, start: this.#options.state.values(), isOver: false };
    this.#line.show(run);
    this.#isPlaying = true;
    void this.#play();
  }

  #toggle(): void {
    this.#isPlaying = !this.#isPlaying;
    this.#line.setPlaying(this.#isPlaying);
    if (this.#isPlaying) void this.#play();
  }

  async #step(): Promise<void> {
    this.#isPlaying = false;
    this.#line.setPlaying(false);
    await this.#ask(0);
  }

  #backToStart(): void {
    const { start, name = "" } = this.#session ?? {};
    // the line is about to be hidden: the focus goes to the button that began the run
    this.#buttons.get(name)?.focus();
    this.end();
    if (start) this.#options.state.change(start, "run");
    this.#options.redraw();
  }

  /** Asks for frames until it is paused, over, or off the screen. */
  async #play(): Promise<void> {
    this.#line.setPlaying(true);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    while (this.#isPlaying && this.#isOnScreen && !this.#isAsking) {
      const due = performance.now() + 1000 / (this.#session?.run.framesPerSecond ?? 60);
      await this.#ask(calm ? calmBudget : 0);
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      await new Promise(requestAnimationFrame);
    }
  }

  async #ask(milliseconds: number): Promise<void> {
    const session = this.#session;
    if (session === undefined || session.isOver || this.#isAsking) return;
    const { accelerator, backends, figure, folder, toolbar } = this.#options;
    const asked = {
      figure,
      experiment: folder,
      values: session.start,
      run: session.name,
      session: session.id,
    };
    this.#isAsking = true;
    try {
      const reply = await accelerator.frame({ ...asked, ...backends.asked(), budget: milliseconds });
      if (reply !== undefined && this.#session === session) this.#take(reply, session);
    } catch (error) {
      if (this.#session !== session) return;
      this.end();
      toolbar.say(`The run has stopped: ${error instanceof Error ? error.message : String(error)}.`);
    } finally {
      this.#isAsking = false;
    }
  }

  #take(reply: FrameReply, session: Session): void {
    const { run, start } = session;
    const { backends, toolbar, state, redraw } = this.#options;
    if (reply.frame) {
      this.#frame = reply.frame.frame;
      if (reply.frame.values) state.change(reply.frame.values as Values, "run");
      redraw();
      this.#line.progress(reply.frame.step, run.length(start));
    }
    if (run.usesTensors) backends.report(reply);
    if (!reply.isOver) return;
    this.#isPlaying = false;
    session.isOver = true;
    this.#line.finish();
    const done = `${plainLabel(run.label)}: done`;
    toolbar.sayForNow(run.usesTensors ? `${done} on ${sentenceOf(reply)}.` : `${done}.`);
  }
}
