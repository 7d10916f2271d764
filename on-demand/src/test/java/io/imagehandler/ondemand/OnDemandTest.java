package io.imagehandler.ondemand;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// A test of the service over its real port, see [ServiceUnderTest].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ServiceUnderTest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "image-handler.originals-bucket=originals",
            "image-handler.derived-bucket=derived",
            "image-handler.style-table=styles",
            "image-handler.attempt-table=attempts",
            "image-handler.engine=thumbnailator",
            "image-handler.drain=0s",
            "spring.cloud.aws.s3.enabled=false",
            // Tests of Spring have none otherwise.
            "management.prometheus.metrics.export.enabled=true"
        })
public @interface OnDemandTest {}
