import sharp from 'sharp';

// A worker has cameras to serve: neither a cache of pictures nor threads of sharp's own.
sharp.cache(false);
sharp.concurrency(1);

export { sharp };
