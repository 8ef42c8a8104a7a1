import {createHmac, timingSafeEqual} from 'node:crypto';

/** A signature older or newer than this is no longer one. */
const toleranceMs = 300_000;

export const signatureHeader = 'Loop-Signature';

const hmac = (secret: string, seconds: number, body: string): Buffer => createHmac('sha256', secret).update(`${seconds}.${body}`).digest();

/** `t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body">` with the channel's secret. */
export function sign(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  return `t=${seconds},v1=${hmac(secret, seconds, body).toString('hex')}`;
}

export function isSigned(secret: string, body: string, header: string | null, now: number): boolean {
  const [, time, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (time === undefined || signature === undefined) return false;
  const seconds = Number(time);
  if (Math.abs(now - seconds * 1_000) > toleranceMs) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), hmac(secret, seconds, body));
}
