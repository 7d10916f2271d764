// sharp behind plain node:http, the photograph in S3, where renditions go too, behind their answers: the work of the on-demand
// service, with the SDK as it comes.
//
//   node serve-s3.mjs ENDPOINT KEY each PORT    reads the original for every request
//   node serve-s3.mjs ENDPOINT KEY kept PORT    keeps it, asks S3 every time whether it is still the one, and again once the
//                                               rendition is stored, as the product does
//
// GET as of serve.mjs. Credentials and region come from the environment. It ends if a rendition cannot be stored.
import { createServer } from 'node:http';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { answer, asked, rendered } from './picture.mjs';

const PRECONDITION_FAILED = 412;

const [endpoint, Key, mode, port] = process.argv.slice(2);
const s3 = new S3Client({ endpoint, forcePathStyle: true });
const original = { Bucket: 'originals', Key };

async function read() {
  const { Body, ETag } = await s3.send(new GetObjectCommand(original));
  return { file: await Body.transformToByteArray(), tag: ETag };
}

const currentTag = async () => (await s3.send(new HeadObjectCommand(original))).ETag;

let kept;
async function current() {
  if (mode === 'each') return read();
  if (kept?.tag !== await currentTag()) kept = await read();
  return kept;
}

async function store(Body, wanted, tag) {
  const put = { Bucket: 'derived', Key: `peer/${mode}/${Key}/${wanted}`, Body, ContentType: 'image/webp', IfNoneMatch: '*', Metadata: { source: tag } };
  try {
    await s3.send(new PutObjectCommand(put));
  } catch (failure) {
    if (failure.$metadata?.httpStatusCode !== PRECONDITION_FAILED) throw failure;
  }
  if (mode === 'kept' && await currentTag() !== tag) throw new Error('the original was replaced: nobody does that here');
}

createServer(async (request, response) => {
  const { file, tag } = await current();
  const wanted = asked(request);
  const body = await rendered(file, wanted);
  answer(response, body);
  await store(body, wanted, tag);
}).listen(+port, '127.0.0.1');
