package io.imagehandler.local.aws;

/// What everything is called.
public final class Names {

    public static final String REGION = "us-east-1";
    public static final String ORIGINALS = "originals";
    public static final String DERIVED = "derived";
    public static final String QUEUE = "uploads";
    public static final String BACKFILL = "backfill";
    public static final String DEAD_LETTERS = "uploads-dead";
    public static final String STYLES = "styles";
    public static final String ATTEMPTS = "attempts";

    private Names() {}
}
