/** One HTTP answer, as Git's trace shows it. */
export interface HttpSeen {
  readonly status: number;
  /** Lower case; empty where there was none. */
  readonly contentType: string;
}

const answersMax = 100;
const lineMax = 4096;

/**
 * Reads GIT_TRACE_CURL, Git's own account of its conversation over HTTP, for what its exit code does not tell: how the
 * server answered. Git takes the secrets out of it before we see it.
 */
export class HttpTrace {
  readonly answers: HttpSeen[] = [];
  #rest = '';
  #tunnelling = false;

  push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = (lines.pop() ?? '').slice(0, lineMax);
    for (const line of lines) this.#readLine(line);
  }

  #readLine(line: string): void {
    const sent = /=> Send header: (CONNECT|GET|POST) /.exec(line)?.[1];
    if (sent !== undefined) this.#tunnelling = sent === 'CONNECT';
    const header = /<= recv header: (.*)$/.exec(line.toLowerCase())?.[1];
    if (header === undefined) return;
    const status = /^http\/[\d.]+ (\d{3})/.exec(header)?.[1];
    // That a proxy lets us through is no answer of the server.
    const isPassage = this.#tunnelling && status === '200';
    if (status !== undefined && !isPassage && this.answers.length < answersMax) {
      this.answers.push({ status: Number(status), contentType: '' });
    }
    const contentType = /^content-type: *([^\s;]+)/.exec(header)?.[1];
    const last = this.answers.pop();
    if (last) this.answers.push(contentType === undefined ? last : { ...last, contentType });
  }
}
