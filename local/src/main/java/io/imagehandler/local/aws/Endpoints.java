package io.imagehandler.local.aws;

import java.net.URI;

/// Where an AWS, or what stands in for it, answers.
///
/// @param s3 addressed by path, not by host
/// @param sqs the service, not a queue
/// @param dynamoDb the service
public record Endpoints(URI s3, URI sqs, URI dynamoDb) {

    /// One that answers everything at one place.
    public static Endpoints all(URI endpoint) {
        return new Endpoints(endpoint, endpoint, endpoint);
    }
}
