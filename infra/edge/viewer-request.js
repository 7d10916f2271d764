import cf from 'cloudfront';

// Turns what a viewer asks for into the one path by which caches, buckets and services know it, and chooses
// where that path is looked for. The language is that of CloudFront Functions 2.0: ES 5.1 and little more.
// Nothing is named above where it is defined, for there a function would not see it.
//
// Two constants are filled in when it is deployed, as deploy.js does: `signing`, which is off, ad-hoc or all, and
// `forbidden`, which names what is never served, of originals, styles and ad-hoc, with spaces between. The secrets
// are in the key value store. As long as `signing` is not filled in nothing is served at all.

const crypto = require('crypto');

const MOST_KEY_BYTES = 1024;
const MOST_TEXT_BYTES = 2048;
const MOST_OPERATIONS = 20;
const MOST_WATERMARKS = 6;
const MOST_NESTED_OPERATIONS = 4;
const MOST_CHARACTERS = 64;
const RESERVED = '_r/';
const QUERY = ['x-oss-process', 'im', 'x-sig', 'x-exp'];
const STYLE_IN_PATH = /@?!([A-Za-z0-9_.-]{1,63})$/;
const NESTED_TEXT = '?x-oss-process=';
const CONTROL = /[\x00-\x1f\x7f-\x9f]/;
const STYLE_NAME = /^[A-Za-z0-9_.-]{1,63}$/;
const SIGNED = { off: [], 'ad-hoc': ['ad-hoc'], all: ['originals', 'styles', 'ad-hoc'] }['${signing}'];
const FORBIDDEN = '${forbidden}'.split(' ');
const SIGNATURE = /^([\w-]{1,32})\.([\w-]{43})$/;
const EXPIRY = /^(0|[1-9]\d{0,11})$/;
const SHORTEST_SECRET = 32;
const SKEW_MILLIS = 60000;
const LONGEST_MILLIS = 604800000;
const NEGOTIABLE = ['avif', 'webp'];
const RENDITIONS = {
  originIds: [{ originId: 'derived' }, { originId: 'on-demand' }],
  failoverCriteria: { statusCodes: [403, 404, 500, 502, 503, 504] },
};
const TITLES = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 410: 'Gone', 414: 'URI Too Long' };

// Refusals

const refuse = (status, code, parameter, token, allowed) => {
  throw { status: status, code: code, parameter: parameter, token: token, allowed: allowed };
};

const invalid = (parameter, token, allowed) => refuse(400, 'InvalidArgument', parameter, token.slice(0, 64), allowed);

const problem = (failure, requestId) => ({
  statusCode: failure.status,
  statusDescription: TITLES[failure.status],
  headers: {
    'content-type': { value: 'application/problem+json' },
    'cache-control': { value: 'no-store' },
  },
  body: JSON.stringify({
    type: 'about:blank',
    title: TITLES[failure.status],
    status: failure.status,
    code: failure.code,
    parameter: failure.parameter,
    token: failure.token,
    allowed: failure.allowed,
    requestId: requestId,
  }),
});

// Values: each reads a token and gives its canonical spelling, or '' for what is not allowed

const has = (object, name) => Object.prototype.hasOwnProperty.call(object, name);

const range = (low, high) => ({
  allowed: low + '..' + high,
  read: (token) => (/^-?\d{1,10}$/.test(token) && +token >= low && +token <= high ? String(+token) : ''),
});

const words = (list, fold) => ({
  allowed: list,
  read: (token) => {
    const word = fold ? fold(token) : token;
    return list.split(' ').indexOf(word) < 0 ? '' : word;
  },
});

const COLOR = {
  allowed: 'RGB RRGGBB',
  read: (token) => {
    if (!/^([0-9a-f]{3}){1,2}$/i.test(token)) return '';
    const digits = token.length < 6 ? token.replace(/./g, '$&$&') : token;
    return digits.toUpperCase();
  },
};

const coded = (text) => Buffer.from(text).toString('base64url');

// What is no base64url, has unused bits that are set, or is no UTF-8, comes back changed.
const base64 = (allowed, fold) => ({
  allowed: 'base64url of ' + allowed,
  read: (token) => {
    const bare = token.replace(/={1,2}$/, '');
    const text = Buffer.from(bare, 'base64url').toString();
    return coded(text) === bare ? coded(fold(text)) : '';
  },
});

const bytes = (text) => encodeURIComponent(text).replace(/%../g, '-').length;

// Counted thus because runtimes differ in what the length of a string is.
const characters = (text) => encodeURIComponent(text).replace(/%..(%[89AB].)*/g, '-').length;

const KEY = '1..' + MOST_KEY_BYTES + ' bytes, no control characters, no . or .. segments';

const isKey = (text) =>
  text && bytes(text) <= MOST_KEY_BYTES && !CONTROL.test(text) && !/(^|\/)\.{1,2}(\/|$)/.test(text);

const BIT = range(0, 1);
const SIDE = range(1, 16384);
const EXTENT = range(0, 30000);
const STRIP = range(1, 30000);
const RADIUS = range(1, 4096);
const DISTANCE = range(0, 4096);
const FIFTY = range(1, 50);
const SHIFT = range(-100, 100);
const PERCENT = range(1, 100);
const SHARE = range(0, 100);
const ANGLE = range(0, 360);
const THOUSAND = range(1, 1000);
const SHORTER = (token) =>
  token.replace(/^(north|south)(west|east)$/, (all, ns, we) => ns[0] + we[0]).replace(/^centre$/, 'center');
const PLACES = 'nw north ne west center east sw south se';
const GRAVITY = words(PLACES, SHORTER);
const FORMAT = words('jpg png webp avif gif auto', (token) => token.toLowerCase().replace(/^jpeg$/, 'jpg'));
const FONT = words(
  'wqy-zenhei wqy-microhei fangzhengshusong fangzhengkaiti fangzhengheiti fangzhengfangsong droidsansfallback',
);
const LETTERS = base64('1..' + MOST_CHARACTERS + ' characters, no control characters', (text) =>
  CONTROL.test(text) || characters(text) > MOST_CHARACTERS ? '' : text,
);

// Actions: their parameters, each a value and its default ('' names the bare value); those of which one is
// required; how often they may stand, once if they are about the output, so that their place does not matter; and
// what else makes them canonical. An operation that is left without arguments changes nothing.

const ONCE = 1;

const action = (parameters, required, most, settle) => ({
  parameters: parameters,
  required: required || Object.keys(parameters),
  most: most || MOST_OPERATIONS,
  settle: settle,
});

const drop = (given, names) =>
  names.split(' ').forEach((name) => {
    delete given[name];
  });

const settleResize = (given) => {
  if (given.g && given.m !== 'fill') invalid('resize.g', 'auto', 'with m_fill');
  if (given.P && Object.keys(given).length > 1) invalid('resize.P', given.P, 'alone');
  if (given.w || given.h) drop(given, 'l s p');
  else if (given.l || given.s) drop(given, 'p');
  if (given.p) {
    drop(given, 'm limit color g');
    if (given.p === '100') drop(given, 'p');
    return;
  }
  if (given.m !== 'pad') drop(given, 'color');
  const lengths = ['w', 'h', 'l', 's'].filter((name) => given[name]);
  if (lengths.length > 1 || !given.m) return;
  if (given.m === 'mfit') return drop(given, 'm');
  if (given.m === 'lfit') return;
  const length = given[lengths[0]];
  drop(given, lengths[0]);
  given.w = given.h = length;
};

const settleCrop = (given) => {
  if (given.g === 'auto' && (given.x || given.y || !+given.w || !+given.h)) {
    invalid('crop.g', 'auto', 'with w and h over 0, without x and y');
  }
  if (['w', 'h', 'x', 'y'].every((name) => !+given[name])) drop(given, 'g');
};

const settleIndexcrop = (given) => {
  if (given.y) drop(given, 'x');
};

const settleBlur = (given) => {
  if (!given.r || !given.s) invalid('blur', '', 'r and s');
};

const settleRotate = (given) => {
  if (given[''] === '360') given[''] = '0';
};

const settleQuality = (given) => {
  if (given.Q) drop(given, 'q');
};

const settleWatermark = (given) => {
  if (given.rotate === '360') drop(given, 'rotate');
  if (!+given.shadow) drop(given, 'halo');
  if (!given.text) drop(given, 'size color type shadow halo');
  if (!given.text || !given.image) drop(given, 'order align interval');
  if (given.fill === '1') return drop(given, 'g x y voffset');
  drop(given, 'padx pady');
  if (/^(north|center|south)$/.test(given.g)) drop(given, 'x');
  drop(given, /^(west|center|east)$/.test(given.g) ? 'y' : 'voffset');
};

const sides = () => ({
  w: [SIDE],
  h: [SIDE],
  l: [SIDE],
  s: [SIDE],
  p: [THOUSAND],
  m: [words('lfit mfit fill pad fixed'), 'lfit'],
  limit: [BIT, '1'],
  color: [COLOR, 'FFFFFF'],
});
const RESIZE = sides();
RESIZE.g = [words('auto')];
const NESTED_RESIZE = sides();
NESTED_RESIZE.P = [PERCENT];

const crop = (gravity) =>
  action(
    { w: [EXTENT, '0'], h: [EXTENT, '0'], x: [EXTENT, '0'], y: [EXTENT, '0'], g: [gravity, 'nw'] },
    null,
    null,
    settleCrop,
  );
const radius = action({ r: [RADIUS] });
const shift = action({ '': [SHIFT, '0'] });
const rotate = action({ '': [ANGLE, '0'] }, null, null, settleRotate);
const indexcrop = action({ x: [STRIP], y: [STRIP], i: [EXTENT, '0'] }, ['x', 'y'], null, settleIndexcrop);

const NESTED = {
  resize: action(NESTED_RESIZE, ['w', 'h', 'l', 's', 'p', 'P'], null, settleResize),
  crop: crop(GRAVITY),
  indexcrop: indexcrop,
  rotate: rotate,
};

const QUERIES = ['info', 'average-hue'];

// From a text to its canonical operations

const argumentsOf = (name, parameters, tokens) => {
  const given = {};
  tokens.forEach((token) => {
    const at = token.indexOf('_');
    const parameter = at < 0 ? '' : token.slice(0, at) || '_';
    if (!has(parameters, parameter)) {
      return invalid(name, token, has(parameters, '') ? parameters[''][0].allowed : Object.keys(parameters).join(' '));
    }
    const path = parameter ? name + '.' + parameter : name;
    const kind = parameters[parameter][0];
    const value = kind.read(token.slice(at + 1));
    if (!value) invalid(path, token.slice(at + 1), kind.allowed);
    if (has(given, parameter)) invalid(path, token, 'once');
    given[parameter] = value;
  });
  return given;
};

const operation = (name, known, tokens) => {
  const parameters = known.parameters;
  const given = argumentsOf(name, parameters, tokens);
  if (known.required.length && !known.required.some((parameter) => has(given, parameter))) {
    invalid(name, '', known.required.join(' ') || parameters[''][0].allowed);
  }
  if (known.settle) known.settle(given);
  const rest = Object.keys(given).filter((parameter) => given[parameter] !== parameters[parameter][1]);
  if (!rest.length && QUERIES.indexOf(name) < 0) return '';
  return name + rest.sort().map((parameter) => ',' + (parameter ? parameter + '_' : '') + given[parameter]).join('');
};

const canonical = (segments, actions, most) => {
  if (segments.length > most) invalid('x-oss-process', segments[most], 'at most ' + most + ' operations');
  const pixels = [];
  const output = [];
  const times = {};
  segments.forEach((segment) => {
    const tokens = segment.split(',');
    const name = tokens[0];
    if (!has(actions, name)) invalid('x-oss-process', name, Object.keys(actions).join(' '));
    const known = actions[name];
    times[name] = (times[name] || 0) + 1;
    if (times[name] > known.most) invalid(name, segment, 'at most ' + known.most);
    if (segments.length > 1 && QUERIES.indexOf(name) >= 0) invalid(name, segment, 'alone');
    const text = operation(name, known, tokens.slice(1).filter((token) => token));
    if (text) (known.most === ONCE ? output : pixels).push(text);
  });
  return pixels.concat(output.sort());
};

const segmentsOf = (text) => {
  if (text.length > MOST_TEXT_BYTES) invalid('x-oss-process', text, 'at most ' + MOST_TEXT_BYTES + ' characters');
  return text.split('/').filter((segment) => segment);
};

// The image of a watermark may have operations of its own.
const MARK = base64('<key>[' + NESTED_TEXT + 'image/...]', (text) => {
  const at = (text + NESTED_TEXT).indexOf(NESTED_TEXT);
  const key = text.slice(0, at);
  if (!isKey(key)) return '';
  const segments = segmentsOf(text.slice(at + NESTED_TEXT.length));
  if (segments.length && segments[0] !== 'image') return '';
  const operations = canonical(segments.slice(1), NESTED, MOST_NESTED_OPERATIONS);
  return operations.length ? key + NESTED_TEXT + 'image/' + operations.join('/') : key;
});

const ACTIONS = {
  resize: action(RESIZE, ['w', 'h', 'l', 's', 'p'], null, settleResize),
  crop: crop(words(PLACES + ' auto', SHORTER)),
  indexcrop: indexcrop,
  circle: radius,
  'rounded-corners': radius,
  rotate: rotate,
  blur: action({ r: [FIFTY], s: [FIFTY] }, null, null, settleBlur),
  bright: shift,
  contrast: shift,
  sharpen: action({ '': [range(50, 399)] }),
  grey: action({ '': [BIT, '0'] }),
  watermark: action(
    {
      text: [LETTERS],
      image: [MARK],
      t: [SHARE, '100'],
      g: [GRAVITY, 'se'],
      x: [DISTANCE, '10'],
      y: [DISTANCE, '10'],
      voffset: [range(-1000, 1000), '0'],
      fill: [BIT, '0'],
      padx: [DISTANCE, '0'],
      pady: [DISTANCE, '0'],
      auto: [BIT, '0'],
      rotate: [ANGLE, '0'],
      size: [THOUSAND, '40'],
      color: [COLOR, '000000'],
      type: [base64(FONT.allowed, FONT.read), coded('wqy-zenhei')],
      shadow: [SHARE, '0'],
      halo: [COLOR, '000000'],
      order: [BIT, '0'],
      align: [range(0, 2), '0'],
      interval: [range(0, 1000), '0'],
    },
    ['text', 'image'],
    MOST_WATERMARKS,
    settleWatermark,
  ),
  'auto-orient': action({ '': [BIT, '1'] }, null, ONCE),
  'average-hue': action({}, null, ONCE),
  cgif: action({ s: [THOUSAND] }, null, ONCE),
  format: action({ '': [FORMAT] }, null, ONCE),
  info: action({}, null, ONCE),
  interlace: action({ '': [BIT, '0'] }, null, ONCE),
  quality: action({ q: [PERCENT], Q: [PERCENT] }, null, ONCE, settleQuality),
  'strip-metadata': action({ '': [range(1, 1), '1'] }, [], ONCE),
  threshold: action({ '': [range(1, 2147483647)] }, null, ONCE),
};

// The request

const SHORT = { width: ',w_', height: ',h_', format: '/format,', quality: '/quality,Q_' };

const spelledOut = (im) => {
  const tokens = im.split(',');
  if (tokens[0] !== 'Resize') invalid('im', tokens[0], 'Resize');
  const given = {};
  tokens.slice(1).forEach((token) => {
    const at = token.indexOf('=');
    const name = token.slice(0, at < 0 ? 0 : at);
    if (!has(SHORT, name) || has(given, name) || token.indexOf('/') >= 0) {
      invalid('im', token, Object.keys(SHORT).join(' ') + ', each once');
    }
    given[name] = SHORT[name] + token.slice(at + 1);
  });
  if (!given.width && !given.height) invalid('im', im, 'width height');
  return 'image/resize' + Object.keys(SHORT).map((name) => given[name] || '').join('');
};

const decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch (malformed) {
    return undefined;
  }
};

// A raw plus would be a space to S3, and encodeURIComponent leaves none.
const encode = (path) => '/' + encodeURIComponent(path).replace(/%2F/g, '/').replace(/%2C/g, ',');

const keyOf = (raw) => {
  const key = decode(raw);
  if (key === undefined) invalid('path', raw, 'percent-encoded UTF-8');
  const bare = key.replace(/^\/+/, '');
  if (!bare || bare.indexOf(RESERVED) === 0) refuse(404, 'NoSuchKey');
  if (!isKey(key)) invalid('path', raw, KEY);
  return key;
};

const queryOf = (raw) => {
  const found = {};
  raw.split('&').forEach((pair) => {
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const known = QUERY.indexOf(name && name.toLowerCase());
    if (known < 0) return;
    if (name !== QUERY[known] || has(found, name)) invalid(name, name, QUERY[known] + ', once');
    const value = at < 0 ? '' : decode(pair.slice(at + 1));
    if (value === undefined || !/^[\x21-\x7e]*$/.test(value)) {
      invalid(name, pair.slice(at + 1), 'visible ASCII, percent-encoded');
    }
    found[name] = value;
  });
  return found;
};

// The key, the one instruction that was given, as text and in its segments, and what the query holds of ours.
const askedBy = (request) => {
  const match = STYLE_IN_PATH.exec(request.uri);
  const inPath = match && match.index > 1;
  const key = keyOf(inPath ? request.uri.slice(1, match.index) : request.uri.slice(1));
  const query = queryOf(request.rawQueryString() || '');
  const instructions = inPath ? ['style/' + match[1]] : [];
  const given = query['x-oss-process'] || '';
  if (!/^(image)?$/.test(segmentsOf(given).join('/'))) instructions.push(given);
  if (query.im) instructions.push(spelledOut(query.im));
  if (instructions.length > 1) invalid('x-oss-process', instructions[1], 'one instruction');
  const text = instructions[0] || '';
  return { key: key, text: text, segments: segmentsOf(text), query: query };
};

// Who may ask

const secretOf = async (id) => {
  try {
    const secret = await cf.kvs().get('key:' + id);
    return secret;
  } catch (absent) {
    return '';
  }
};

// Takes as long wherever they differ.
const differ = (one, other) => {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference;
};

// A store that fails is as good as one without the key: what needs a signature is refused. One answer for whatever
// is wrong, so that nobody learns how near a guess was.
const verify = async (asked) => {
  const expiry = asked.query['x-exp'] || '';
  const signature = SIGNATURE.exec(asked.query['x-sig'] || '') || ['', '', ''];
  const secret = await secretOf(signature[1]);
  const text = '/' + asked.key + '\n' + asked.text + '\n' + expiry;
  const left = expiry * 1000 - Date.now();
  if (
    secret.length < SHORTEST_SECRET ||
    differ(crypto.createHmac('sha256', secret).update(text).digest('base64url'), signature[2]) ||
    !EXPIRY.test(expiry) ||
    left > LONGEST_MILLIS + SKEW_MILLIS
  ) {
    refuse(403, 'SignatureInvalid');
  }
  if (left < -SKEW_MILLIS) refuse(410, 'SignatureExpired');
};

const admit = (asked) => {
  const kind = asked.segments[0] === 'style' ? 'styles' : asked.text ? 'ad-hoc' : 'originals';
  if (!SIGNED || FORBIDDEN.indexOf(kind) >= 0) refuse(403, 'AccessDenied');
  return SIGNED.indexOf(kind) < 0 ? null : verify(asked);
};

// The best format that the viewer names and does not refuse, as the suffix of a path. Wildcards do not count.
const classOf = (request, formats) => {
  const header = request.headers.accept || { value: '' };
  const lines = header.multiValue || [header];
  const ranges = lines.map((line) => line.value).join(',').toLowerCase().split(',');
  const best = NEGOTIABLE.filter((format) => formats.indexOf(format) >= 0).filter((format) =>
    ranges.some((text) => {
      const parts = text.split(';').map((part) => part.trim());
      return parts[0] === 'image/' + format && !parts.some((part) => /^q=[0.]*$/.test(part));
    }),
  )[0];
  return best ? '.' + best : '';
};

// What was published of a style; the service decides about the others.
const published = async (name) => {
  try {
    const entry = await cf.kvs().get('style:' + name);
    return JSON.parse(entry) || {};
  } catch (absent) {
    return {};
  }
};

const styled = async (name, asked, request) => {
  if (asked.segments.length !== 2 || !STYLE_NAME.test(name)) {
    invalid('x-oss-process', asked.segments.join('/'), 'style/<name>');
  }
  const style = await published(name);
  const version = style.v ? '.' + style.v : '';
  // In the path a dot is what the version and the class follow.
  return RESERVED + 's/' + asked.key + '/' + name.replace(/\./g, '~') + version + classOf(request, style.formats || []);
};

const adHoc = (asked, request) => {
  const remaining = canonical(asked.segments.slice(1), ACTIONS, MOST_OPERATIONS);
  const operations = remaining.length ? remaining : ['auto-orient,1'];
  const formats = operations.indexOf('format,auto') < 0 ? [] : NEGOTIABLE;
  return RESERVED + 'x/' + asked.key + '/' + operations.join('~') + classOf(request, formats);
};

const renditionOf = (asked, request) => {
  const processor = asked.segments[0];
  if (processor === 'style') return styled(asked.segments[1] || '', asked, request);
  return processor === 'image' ? adHoc(asked, request) : invalid('x-oss-process', processor, 'image style');
};

const routed = async (request) => {
  const asked = askedBy(request);
  await admit(asked);
  if (!asked.text) return asked.key;
  const path = await renditionOf(asked, request);
  if (bytes(path) > MOST_KEY_BYTES) refuse(414, 'UriTooLong');
  cf.createRequestOriginGroup(RENDITIONS);
  return path;
};

async function handler(event) {
  try {
    const path = await routed(event.request);
    event.request.uri = encode(path);
    event.request.querystring = {};
    return event.request;
  } catch (failure) {
    if (!failure.code) throw failure;
    return problem(failure, event.context.requestId);
  }
}
