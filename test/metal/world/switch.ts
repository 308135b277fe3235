import { createSocket, type Socket } from 'node:dgram';

/** A switch, as far as a port of a machine knows one: it says who it is (LLDP, IEEE 802.1AB), every second and not every 30. */
export class Switch {
  readonly #socket: Socket;
  /** Of QEMU: a network port whose cable ends in this switch. Frames go in datagrams. */
  readonly arguments: readonly string[];
  readonly #every: NodeJS.Timeout;

  private constructor(socket: Socket, port: number, mac: string, frame: Buffer) {
    this.#socket = socket;
    this.arguments = [
      ...['-netdev', `socket,id=switch,udp=127.0.0.1:${socket.address().port},localaddr=127.0.0.1:${port}`],
      ...['-device', `virtio-net-pci,netdev=switch,mac=${mac},romfile=`],
    ];
    this.#every = setInterval(() => socket.send(frame, port, '127.0.0.1'), 1_000);
  }

  static async connect(mac: string, name: string, port: string): Promise<Switch> {
    const theirs = await bound();
    const number = theirs.address().port;
    await new Promise<void>((resolve) => theirs.close(resolve));
    return new Switch(await bound(), number, mac, lldpFrame(name, port));
  }

  close(): void {
    clearInterval(this.#every);
    this.#socket.close();
  }
}

const bound = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      // The machine may be off.
      socket.off('error', reject).on('error', () => {});
      resolve(socket);
    });
  });

/** Chassis by MAC address, port by interface name, time to live, system name, end. */
function lldpFrame(name: string, port: string): Buffer {
  const own = Buffer.from('525400ab0001', 'hex');
  const part = (kind: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(2);
    head.writeUInt16BE((kind << 9) | value.length);
    return Buffer.concat([head, value]);
  };
  return Buffer.concat([
    Buffer.from('0180c200000e', 'hex'),
    own,
    Buffer.from('88cc', 'hex'),
    part(1, Buffer.from([4, ...own])),
    part(2, Buffer.from([5, ...Buffer.from(port)])),
    part(3, Buffer.from([0, 120])),
    part(5, Buffer.from(name)),
    part(0, Buffer.alloc(0)),
  ]);
}
