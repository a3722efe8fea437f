// Messages to and from a kernel as they travel: version 1 of Jupyter's websocket protocol.
//
// A message is: how many numbers follow, where each part begins and where the last one ends
// (unsigned, 64 bits, little end first), then the parts: the channel's name, four times JSON
// (header, parent's header, metadata, content), and any binary buffers.

export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

const NUMBER = 8; // bytes
const FIRST_BUFFER = 5; // parts that come before the buffers
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const bytesOf = (buffer) =>
  ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);

/** Return a message as the bytes to send. */
export function pack({ channel, header, parent_header = {}, metadata = {}, content, buffers = [] }) {
  const texts = [channel, ...[header, parent_header, metadata, content].map((part) => JSON.stringify(part))];
  const parts = [...texts.map((text) => encoder.encode(text)), ...buffers.map(bytesOf)];
  const starts = [NUMBER * (parts.length + 2)];
  for (const part of parts) starts.push(starts.at(-1) + part.length);
  const packed = new Uint8Array(starts.at(-1));
  const numbers = new DataView(packed.buffer);
  [starts.length, ...starts].forEach((number, index) =>
    numbers.setBigUint64(NUMBER * index, BigInt(number), true),
  );
  parts.forEach((part, index) => packed.set(part, starts[index]));
  return packed.buffer;
}

/** Return the message that some received bytes hold; its buffers as `DataView`s of their own. */
export function unpack(packed) {
  const numbers = new DataView(packed);
  const number = (index) => Number(numbers.getBigUint64(NUMBER * index, true));
  const starts = Array.from({ length: number(0) }, (_, index) => number(index + 1));
  const part = (index) => packed.slice(starts[index], starts[index + 1]);
  const json = (index) => JSON.parse(decoder.decode(part(index)));
  const buffers = [];
  for (let index = FIRST_BUFFER; index < starts.length - 1; index++) buffers.push(new DataView(part(index)));
  return {
    channel: decoder.decode(part(0)),
    header: json(1),
    parent_header: json(2),
    metadata: json(3),
    content: json(4),
    buffers,
  };
}
