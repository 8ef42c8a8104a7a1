import type {Progress} from '../../../contract/index.js';

type Sent = Pick<RequestInit, 'method' | 'credentials'> & {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob;
  readonly signal: AbortSignal;
};

/** As `fetch`, by XMLHttpRequest: only that tells how much of a file is on its way. */
export function sendWithProgress(
  url: string,
  {method = 'POST', headers, body, credentials, signal}: Sent,
  onProgress: (progress: Progress) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const request = new XMLHttpRequest();
    const abort = () => {
      request.abort();
      reject(signal.reason as Error);
    };
    const fail = () => reject(new TypeError('The upload failed'));
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.withCredentials = credentials === 'include';
    request.upload.onprogress = ({loaded, total, lengthComputable}) =>
      onProgress({loaded, total: lengthComputable ? total : body.size});
    request.onload = () => resolve(answerOf(request));
    request.onerror = fail;
    request.ontimeout = fail;
    request.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort, {once: true});
    request.send(body);
  });
}

const withoutBody = new Set([204, 205, 304]);

function answerOf(request: XMLHttpRequest): Response {
  const {status, responseText} = request;
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const end = line.indexOf(':');
    if (end > 0) headers.append(line.slice(0, end), line.slice(end + 1).trim());
  }
  return new Response(withoutBody.has(status) ? null : responseText, {status, headers});
}
