// Stands before everything under /_r/*, which only we ask for: the main function, after it has rewritten a request.
// It cannot be the main function: CloudFront matches a behaviour on the normalised path but hands over the raw one.

function handler() {
  return {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: {
      'content-type': { value: 'application/problem+json' },
      'cache-control': { value: 'no-store' },
    },
    body: '{"type":"about:blank","title":"Not Found","status":404,"code":"NoSuchKey"}',
  };
}
