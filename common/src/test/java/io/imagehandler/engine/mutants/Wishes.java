package io.imagehandler.engine.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.transformation.Transformation;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What is asked for of a mutant.
final class Wishes {

    private static final List<Transformation> TRANSFORMATIONS =
            Stream.of(
                            "image/format,png",
                            "image/resize,w_20,h_16,m_fill",
                            "image/resize,w_30,h_30,m_pad/format,jpg",
                            "image/resize,w_50,limit_0/sharpen,100/format,png",
                            "image/crop,w_12,h_12,g_center/grey,1/format,gif",
                            "image/crop,w_12,h_12,g_auto/blur,r_3,s_2",
                            "image/indexcrop,x_10,i_1/bright,20/contrast,-20",
                            "image/circle,r_100/format,png",
                            "image/resize,p_40/rounded-corners,r_4",
                            "image/rotate,30/resize,w_16/blur,r_2,s_2",
                            "image/rotate,90/format,jpg",
                            "image/auto-orient,0/resize,l_24/quality,q_60",
                            "image/watermark,x_0,y_0,t_60," + itself("resize,w_12"),
                            "image/watermark,fill_1,padx_3," + itself("resize,P_30/rotate,20"))
                    .map(TransformationGrammar::parse)
                    .toList();

    private Wishes() {}

    static Transformation any(RandomGenerator random) {
        return TRANSFORMATIONS.get(random.nextInt(TRANSFORMATIONS.size()));
    }

    private static String itself(String operations) {
        var object = "mutant?x-oss-process=image/" + operations;
        return "image_" + Base64.getUrlEncoder().encodeToString(object.getBytes(UTF_8));
    }
}
