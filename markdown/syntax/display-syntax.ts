import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";

const dollar = 36;

/**
 * A display that begins a line with `$$` and ends at the next `$$`, on the same line or on a later one. It replaces
 * the flow construct of micromark-extension-math, which takes text behind the opening `$$` for a language name,
 * takes text behind the closing one as a reason to read on to the end of the file, and takes `$$x$$` on a line of
 * its own for inline mathematics. A blank line or the end of the container also ends a display; that it lacks its
 * closing `$$`, or that text follows it, is seen and reported by `remark-displays.ts`.
 *
 * It emits the token names that mdast-util-math turns into `math` nodes.
 */
export function displaySyntax(): Extension {
  return { flow: { [dollar]: { name: "display", tokenize, concrete: true } as Construct } };
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  let dollars = 0;
  return start;

  function start(code: Code): State | undefined {
    enter("mathFlow");
    enter("mathFlowFence");
    enter("mathFlowFenceSequence");
    return opening(code);
  }

  function opening(code: Code): State | undefined {
    if (code === dollar && dollars < 2) {
      dollars++;
      effects.consume(code);
      return opening;
    }
    if (dollars < 2) return nok(code);
    exit("mathFlowFenceSequence");
    exit("mathFlowFence");
    return lineStart(code);
  }

  function lineStart(code: Code): State | undefined {
    if (code === null || isLineEnding(code)) return lineEnd(code);
    if (code === dollar) return effects.attempt(closing, after, singleDollar)(code);
    return value(code);
  }

  function value(code: Code): State | undefined {
    enter("mathFlowValue");
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || isLineEnding(code)) {
      exit("mathFlowValue");
      return lineEnd(code);
    }
    if (code === dollar && context.previous !== 92) {
      exit("mathFlowValue");
      return effects.attempt(closing, after, singleDollar)(code);
    }
    effects.consume(code);
    return data;
  }

  function singleDollar(code: Code): State | undefined {
    enter("mathFlowValue");
    effects.consume(code);
    return data;
  }

  function lineEnd(code: Code): State | undefined {
    if (code === null || context.interrupt) return finish(code);
    return effects.attempt(continuation, lineStart, finish)(code);
  }

  /** Text behind the closing `$$`: not part of the formula. */
  function after(code: Code): State | undefined {
    if (code === null || isLineEnding(code)) return finish(code);
    enter("displayTrailing");
    return trailing(code);
  }

  function trailing(code: Code): State | undefined {
    if (code === null || isLineEnding(code)) {
      exit("displayTrailing");
      return finish(code);
    }
    effects.consume(code);
    return trailing;
  }

  function finish(code: Code): State | undefined {
    exit("mathFlow");
    return ok(code);
  }

  function enter(name: string): void {
    effects.enter(name as "data");
  }
  function exit(name: string): void {
    effects.exit(name as "data");
  }
}

/** The closing `$$`. */
const closing: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter("mathFlowFence" as "data");
      effects.enter("mathFlowFenceSequence" as "data");
      effects.consume(code);
      return (next: Code) => {
        if (next !== dollar) return nok(next);
        effects.consume(next);
        effects.exit("mathFlowFenceSequence" as "data");
        effects.exit("mathFlowFence" as "data");
        return ok;
      };
    };
  },
};

/** A line ending whose next line belongs to the same container and is not blank. */
const continuation: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const context = this;
    return (code) => {
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      return lineStart;
    };
    function lineStart(code: Code): State | undefined {
      const isLazy = context.parser.lazy[context.now().line] === true;
      if (isLazy || code === null || isLineEnding(code)) return nok(code);
      if (code === -1 || code === -2 || code === 32) return effects.check(blank, nok, ok)(code);
      return ok(code);
    }
  },
};

/** A rest of a line that holds only white space. */
const blank: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return start;
    function start(code: Code): State | undefined {
      effects.enter("whitespace");
      return space(code);
    }
    function space(code: Code): State | undefined {
      if (code === -1 || code === -2 || code === 32) {
        effects.consume(code);
        return space;
      }
      effects.exit("whitespace");
      return code === null || isLineEnding(code) ? ok(code) : nok(code);
    }
  },
};

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}
