/** 128 random bits as 32 hexadecimal digits. Not `randomUUID`: pages without https have none. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
