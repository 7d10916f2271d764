// The module `cloudfront`, the function `require` and the object `Buffer`, as far as CloudFront Functions have them and ours use them.
// `host` is ours: get(key) of the key value store; hmac(key, text), which is HMAC-SHA-256 as base64url; coded(text),
// which is its UTF-8 as base64url, and plain(coded), the other way round; now(), which is the edge's time in milliseconds.

let chosen = null;

export const forget = () => {
  chosen = null;
};

export const group = () => chosen;

export default {
  kvs: () => ({
    get: async (key) => {
      const value = host.get(key);
      if (value === null) throw new Error(`KeyNotFound: ${key}`);
      return value;
    },
  }),
  createRequestOriginGroup: (origins) => {
    chosen = origins;
  },
  selectRequestOriginById: (id) => {
    chosen = { originIds: [{ originId: id }], failoverCriteria: { statusCodes: [] } };
  },
};

Date.now = () => host.now();

const hash = (key) => {
  let text = '';
  const self = {
    update: (more) => {
      text += more;
      return self;
    },
    digest: (encoding) => {
      if (encoding !== 'base64url') throw new Error(`no such encoding here: ${encoding}`);
      return host.hmac(key, text);
    },
  };
  return self;
};

globalThis.require = (name) => {
  if (name !== 'crypto') throw new Error(`no such module: ${name}`);
  return {
    createHmac: (algorithm, key) => {
      if (algorithm !== 'sha256') throw new Error(`no such algorithm here: ${algorithm}`);
      return hash(key);
    },
  };
};

const reading = { utf8: (text) => text, base64url: (coded) => host.plain(coded) };
const writing = { utf8: (text) => text, base64url: (text) => host.coded(text) };

const under = (table, encoding) => {
  const way = table[encoding ?? 'utf8'];
  if (!way) throw new Error(`no such encoding here: ${encoding}`);
  return way;
};

// Of texts only: of bytes that are no UTF-8 nothing but that they are none is left.
globalThis.Buffer = {
  from: (text, encoding) => {
    const plain = under(reading, encoding)(text);
    return { toString: (wanted) => under(writing, wanted)(plain) };
  },
};
