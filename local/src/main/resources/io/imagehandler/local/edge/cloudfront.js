// The module `cloudfront` and the function `require`, as far as CloudFront Functions have them and ours use them.
// `host` is ours: get(key) of the key value store, and hmac(key, text), which is HMAC-SHA-256 as base64url.

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
};

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
