import { type ReleaseChange, textPath } from '../../../src/conformance/control-plane.ts';
import { digestOf } from '../../../src/diff/digest.ts';
import type { Release } from '../../../src/model/component.ts';

/** Answers with its file, as long as it likes to. Perl, since every Debian has it and it starts at once. */
const server = `use IO::Socket::INET;
my ($port, $path, $answers) = @ARGV;
sub text { open(my $f, '<', $path) or return 'sick'; local $/; <$f> }
my $text = text();
$SIG{HUP} = sub { $text = text() };
my $s = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 9, ReuseAddr => 1) or die $!;
while (1) {
  my $c = $s->accept or next;
  while (my $line = <$c>) { last if $line =~ /^\\r?\\n/ }
  my $code = $text =~ /^sick/ ? '500 sick' : '200 OK';
  print $c "HTTP/1.0 $code\\r\\nContent-Length: " . length($text) . "\\r\\n\\r\\n$text";
  close $c;
  exit 1 if $answers && !--$answers;
}`;

/** `root`: what stands before paths in commands. */
export function releaseOf(
  component: string,
  port: number,
  root: string,
  text: string,
  more: ReleaseChange = {},
): Release {
  const url = `http://127.0.0.1:${port}/`;
  const content = {
    component,
    host: 'host1',
    after: [],
    state: 'present',
    version: text,
    packages: more.packages ?? [],
    files: [
      { path: textPath(component), mode: 0o644, content: { kind: 'inline', text } } as const,
      ...(more.files ?? []),
    ],
    service: {
      kind: 'process',
      command: ['/usr/bin/perl', '-e', server, String(port), `${root}${textPath(component)}`, more.dies ? '4' : '0'],
      environment: { TEXT: 'a "b" $c %d \\e' },
      capabilities: [],
    },
    health: more.health ?? [{ kind: 'http', url }],
    // Time is hastened: this is some minutes for those that get well, and seconds for those that never do.
    deadlineMs: more.deadlineMs ?? (more.dies || text.startsWith('sick') ? 12_000 : 900_000),
    onChange: more.onChange ?? 'restart',
  } satisfies Omit<Release, 'digest'>;
  return { ...content, digest: digestOf(content) };
}
