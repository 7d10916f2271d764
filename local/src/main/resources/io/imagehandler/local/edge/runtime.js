// Calls the function with an event as CloudFront makes it for a viewer request.

import { forget, group } from 'cloudfront';
import { handler } from 'function';

const event = (method, uri, query, accept, requestId) => ({
  version: '1.0',
  context: { eventType: 'viewer-request', requestId },
  viewer: { ip: '127.0.0.1' },
  request: {
    method,
    uri,
    querystring: {},
    cookies: {},
    headers: accept ? { accept: { value: accept } } : {},
    rawQueryString: () => query || undefined,
  },
});

/** Starts a run; once its jobs are done, answer() gives what the handler returned or throws what it threw. */
export const run = (...given) => {
  forget();
  const outcome = {
    answer: () => {
      throw new Error('the handler has not come to an end');
    },
    group: null,
  };
  (async () => handler(event(...given)))().then(
    (answer) => {
      outcome.answer = () => answer;
      outcome.group = group();
    },
    (failure) => {
      outcome.answer = () => {
        throw failure;
      };
    },
  );
  return outcome;
};
