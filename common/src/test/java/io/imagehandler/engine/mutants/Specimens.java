package io.imagehandler.engine.mutants;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Avifs;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.HostileFile;
import io.imagehandler.testpictures.HostileFiles;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.Webps;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Size;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Small files of every format and kind, whole and hostile, from which mutants are made.
final class Specimens {

    private static final Size SIZE = new Size(40, 30);
    private static final int LARGEST = 1 << 16;

    private Specimens() {}

    /// Whole ones.
    ///
    /// @param engine writes what nothing else here writes
    static List<byte[]> valid(ImageEngine engine) {
        var files = new ArrayList<byte[]>();
        jpegs().forEach(file -> files.add(file.toArray()));
        pngs().forEach(file -> files.add(file.toArray()));
        animations().forEach(file -> files.add(file.toArray()));
        files.addAll(List.of(Avifs.opaque(), Avifs.transparent(), Avifs.deep()));
        files.addAll(written(engine));
        return List.copyOf(files);
    }

    static List<byte[]> hostile() {
        return HostileFiles.all().stream()
                .map(HostileFile::bytes)
                .filter(bytes -> bytes.hasRemaining() && bytes.remaining() <= LARGEST)
                .map(Specimens::array)
                .toList();
    }

    private static List<PictureFile> jpegs() {
        var noise = Pictures.noise(SIZE);
        return List.of(
                Jpegs.baseline(noise),
                Jpegs.progressive(noise),
                Jpegs.grey(Pictures.gradient(SIZE)),
                Jpegs.cmyk(SIZE, 10, 200, 30, 40),
                Jpegs.withOrientation(Jpegs.baseline(noise), 6),
                Jpegs.withProfile(Jpegs.baseline(noise), profile()),
                Jpegs.withSecrets(Jpegs.baseline(noise)));
    }

    private static List<PictureFile> pngs() {
        var noise = Pictures.noise(SIZE);
        return List.of(
                Pngs.of(noise),
                Pngs.of(transparent()),
                Pngs.grey(noise),
                Pngs.deep(SIZE, 0x8080, 0xFFFF, 0x4040),
                Pngs.palette(SIZE, 0xFFFF0000, 0x00000000, 0xFF0000FF),
                Pngs.withProfile(Pngs.of(noise), profile()),
                Pngs.withSecrets(Pngs.of(noise)));
    }

    private static List<PictureFile> animations() {
        var noise = Pictures.noise(SIZE);
        var patch = Pictures.nineCells(new Size(12, 10));
        return List.of(
                Gifs.still(noise),
                Gifs.of(
                        List.of(
                                Gifs.Frame.whole(noise, 5),
                                new Gifs.Frame(patch, 20, 10, 5, Gifs.Disposal.PREVIOUS),
                                new Gifs.Frame(patch, 0, 0, 5, Gifs.Disposal.BACKGROUND)),
                        2),
                Webps.still(noise),
                Webps.still(transparent()),
                Webps.withProfile(noise, profile()),
                Webps.animated(
                        SIZE,
                        List.of(
                                new Webps.Frame(noise, 0, 0, 50),
                                new Webps.Frame(patch, 20, 10, 50)),
                        2));
    }

    private static List<byte[]> written(ImageEngine engine) {
        return List.of(
                        new Encoding.Webp(60),
                        new Encoding.Avif(50),
                        new Encoding.Jpeg(70, true),
                        new Encoding.Gif())
                .stream()
                .filter(encoding -> engine.writes().contains(encoding.format()))
                .map(encoding -> new Plan(List.<Step>of(), SIZE, 1, encoding))
                .map(plan -> engine.render(Pngs.of(transparent()).checked(), List.of(plan)))
                .map(made -> WrittenFile.of(made.getFirst()).bytes())
                .toList();
    }

    private static BufferedImage transparent() {
        return Pictures.of(SIZE, (x, y) -> (x * 6) << 24 | (y * 8) << 16 | 0x40A0);
    }

    private static ICC_Profile profile() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    }

    private static byte[] array(ByteBuffer bytes) {
        var array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }
}
