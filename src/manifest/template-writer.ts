import mustache from 'mustache';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { hasTags } from './template.ts';

/** What a template sees; each name as `Shape` describes it. */
export type Value = string | boolean | readonly Value[] | { readonly [name: string]: Value };

/**
 * Renders templates without faults. All that one writer writes has a common limit, so that a section in a section over ten
 * thousand machines ends as a problem and not as an afternoon.
 */
export class TemplateWriter {
  readonly #writer: BoundedWriter;

  constructor(lengthMax: number) {
    this.#writer = new BoundedWriter(lengthMax);
  }

  render(template: string, values: Value): Result<string, 'too-large'> {
    if (!hasTags(template)) return ok(template);
    const text = this.#writer.render(template, values, undefined, asItIs);
    return this.#writer.isSpent ? fail('too-large') : ok(text);
  }
}

/** What is rendered is no HTML. */
const asItIs = { escape: String };

class BoundedWriter extends mustache.Writer {
  #left: number;

  constructor(lengthMax: number) {
    super();
    this.#left = lengthMax;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Called for the whole and for each pass through a section, so that text counts once for each section around it. */
  override renderTokens(
    tokens: string[][],
    context: mustache.Context,
    partials?: mustache.PartialsOrLookupFn,
    original?: string,
    config?: mustache.RenderOptions,
  ): string {
    if (this.isSpent) return '';
    const text = super.renderTokens(tokens, context, partials, original, config);
    this.#left -= 1 + text.length;
    return text;
  }
}
