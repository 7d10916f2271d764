package io.imagehandler.engine.vips;

import java.lang.foreign.MemorySegment;

/// The C functions that we call, and no others. A method's name is the C name in camel case, and
/// its Java types are the C types: `gValueSetInt` is `g_value_set_int`. Safe for use by many
/// threads, as far as the C function is.
///
/// None of them is variadic, because variadic calls differ between processors.
interface LibVips {

    int gSetenv(MemorySegment name, MemorySegment value, int overwrite);

    int vipsInit(MemorySegment program);

    /// @param part 0 major, 1 minor, 2 micro
    int vipsVersion(int part);

    void vipsCacheSetMax(int operations);

    void vipsConcurrencySet(int threads);

    void vipsBlockUntrustedSet(int block);

    void vipsOperationBlockSet(MemorySegment className, int block);

    /// The process's error text, which is cleared by this; to be freed with [#gFree].
    MemorySegment vipsErrorBufferCopy();

    /// The same text in its place, which is always the same.
    MemorySegment vipsErrorBuffer();

    /// Bytes of pixels that libvips holds now.
    long vipsTrackedGetMem();

    void gFree(MemorySegment memory);

    void gStrfreev(MemorySegment strings);

    MemorySegment vipsOperationNew(MemorySegment name);

    int vipsOperationGetFlags(MemorySegment operation);

    int vipsCacheOperationBuildp(MemorySegment operationPointer);

    void vipsObjectUnrefOutputs(MemorySegment object);

    void gObjectUnref(MemorySegment object);

    MemorySegment gObjectRef(MemorySegment object);

    void gObjectSetProperty(MemorySegment object, MemorySegment name, MemorySegment value);

    void gObjectGetProperty(MemorySegment object, MemorySegment name, MemorySegment value);

    MemorySegment gValueInit(MemorySegment value, long type);

    void gValueUnset(MemorySegment value);

    void gValueSetBoolean(MemorySegment value, int content);

    void gValueSetInt(MemorySegment value, int content);

    void gValueSetDouble(MemorySegment value, double content);

    void gValueSetString(MemorySegment value, MemorySegment content);

    void gValueSetObject(MemorySegment value, MemorySegment content);

    void gValueSetBoxed(MemorySegment value, MemorySegment content);

    MemorySegment gValueGetObject(MemorySegment value);

    MemorySegment gValueGetBoxed(MemorySegment value);

    MemorySegment vipsBlobNew(MemorySegment free, MemorySegment data, long length);

    MemorySegment vipsBlobGet(MemorySegment blob, MemorySegment lengthPointer);

    MemorySegment vipsArrayDoubleNew(MemorySegment values, int count);

    MemorySegment vipsArrayIntNew(MemorySegment values, int count);

    MemorySegment vipsArrayImageNew(MemorySegment images, int count);

    void vipsAreaUnref(MemorySegment area);

    MemorySegment vipsInterpolateNew(MemorySegment name);

    long vipsBlobGetType();

    long vipsArrayDoubleGetType();

    long vipsArrayIntGetType();

    long vipsArrayImageGetType();

    long vipsImageGetType();

    long vipsInterpolateGetType();

    int vipsImageGetWidth(MemorySegment image);

    int vipsImageGetHeight(MemorySegment image);

    int vipsImageGetBands(MemorySegment image);

    int vipsImageGetFormat(MemorySegment image);

    int vipsImageGetInterpretation(MemorySegment image);

    int vipsImageHasalpha(MemorySegment image);

    /// 0 if there is no such field.
    long vipsImageGetTypeof(MemorySegment image, MemorySegment field);

    /// The names of all fields, NULL after the last one; to be freed with [#gStrfreev].
    MemorySegment vipsImageGetFields(MemorySegment image);

    void vipsImageSetInt(MemorySegment image, MemorySegment field, int value);

    int vipsImageRemove(MemorySegment image, MemorySegment field);

    MemorySegment vipsImageCopyMemory(MemorySegment image);

    MemorySegment vipsImageNewMemory();

    /// Gives `image` the header of the first of `inputs`, which end with NULL.
    int vipsImagePipelineArray(MemorySegment image, int demandStyle, MemorySegment inputs);

    /// Allocates the pixels.
    int vipsImageWritePrepare(MemorySegment image);

    MemorySegment vipsRegionNew(MemorySegment image);

    /// Attaches the region to that part of an image in memory.
    int vipsRegionImage(MemorySegment region, MemorySegment rectangle);

    /// Makes the pixels of a part of the image of `region`, and puts them into `target` from (`x`,
    /// `y`) on.
    int vipsRegionPrepareTo(
            MemorySegment region, MemorySegment target, MemorySegment rectangle, int x, int y);

    /// Makes every reading of pixels from the image fail, or no more.
    void vipsImageSetKill(MemorySegment image, int kill);

    /// How far to the right of the picture that it was cut from this one begins, negated.
    int vipsImageGetXoffset(MemorySegment image);

    int vipsImageGetYoffset(MemorySegment image);

    /// A picture of a copy of `data`; its `format` is of `VipsBandFormat`.
    MemorySegment vipsImageNewFromMemoryCopy(
            MemorySegment data, long bytes, int width, int height, int bands, int format);

    /// All pixels; to be freed with [#gFree].
    MemorySegment vipsImageWriteToMemory(MemorySegment image, MemorySegment lengthPointer);
}
