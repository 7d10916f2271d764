import cf from 'cloudfront';

// Stands before everything under /_r/*, which only we ask for: the main function, after it has rewritten a request.
// It cannot be the main function: CloudFront matches a behaviour on the normalised path but hands over the raw one.
//
// Only manifests pass, under /_r/m/<key> in exactly this spelling, and to the bucket of renditions alone: nothing else
// is ever stored or made under that prefix, so nobody can plant anything under another path. None passes where
// originals and styles need signatures, for it tells of both; nor as long as `signing` is not filled in.

const MANIFESTS = '/_r/m/';
const SERVED = ['off', 'ad-hoc'].indexOf('${signing}') >= 0;
const MOST_KEY_BYTES = 1019;

const isKey = (key) => {
  const bare = key.replace(/^\/+/, '');
  const bytes = encodeURIComponent(key).replace(/%../g, '-').length;
  return bare && bare.indexOf('_r/') !== 0 && bytes <= MOST_KEY_BYTES && !/[\x00-\x1f\x7f-\x9f]|(^|\/)\.{1,2}(\/|$)/.test(key);
};

const keyOf = (uri) => {
  if (!SERVED || uri.indexOf(MANIFESTS) !== 0) return '';
  try {
    const key = decodeURIComponent(uri.slice(MANIFESTS.length));
    return isKey(key) ? key : '';
  } catch (malformed) {
    return '';
  }
};

function handler(event) {
  const request = event.request;
  const key = keyOf(request.uri);
  if (!key) {
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
  request.uri = MANIFESTS + encodeURIComponent(key).replace(/%2F/g, '/').replace(/%2C/g, ',');
  request.querystring = {};
  cf.selectRequestOriginById('derived');
  return request;
}
