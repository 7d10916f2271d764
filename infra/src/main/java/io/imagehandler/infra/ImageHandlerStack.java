package io.imagehandler.infra;

import io.imagehandler.infra.compute.Images;
import io.imagehandler.infra.compute.Maintenance;
import io.imagehandler.infra.compute.OnDemandService;
import io.imagehandler.infra.compute.RenditionsWorker;
import io.imagehandler.infra.compute.ServiceNetwork;
import io.imagehandler.infra.compute.Site;
import io.imagehandler.infra.delivery.ImageDelivery;
import io.imagehandler.infra.operations.Fleet;
import io.imagehandler.infra.operations.Operations;
import io.imagehandler.infra.settings.ImageServiceSettings;
import io.imagehandler.infra.storage.ImageStore;
import io.imagehandler.infra.storage.Tables;
import io.imagehandler.infra.storage.UploadQueue;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.constructs.Construct;

/// The whole service.
///
/// One stack: the buckets' policies name the distribution and the distribution names the buckets.
final class ImageHandlerStack extends Stack {

    ImageHandlerStack(Construct scope, ImageServiceSettings settings) {
        super(
                scope,
                settings.stackName(),
                StackProps.builder()
                        .description("Every size and format of a picture, by upload or by URL")
                        .analyticsReporting(false)
                        .build());
        Site site = site(settings);
        var onDemand = new OnDemandService(this, "OnDemand", site);
        var delivery =
                new ImageDelivery(
                        this,
                        "Delivery",
                        settings.delivery(),
                        new ImageDelivery.Sources(site.store(), onDemand.door(), site.network()));
        var worker = new RenditionsWorker(this, "Worker", site, delivery.distribution());
        var maintenance = new Maintenance(this, "Maintenance", site);
        var operations =
                new Operations(
                        this,
                        "Operations",
                        new Fleet(site, onDemand, worker, delivery.distribution()),
                        maintenance);
        new Outputs(this, site).add(delivery, maintenance, operations);
        tag();
    }

    private Site site(ImageServiceSettings settings) {
        var queue = new UploadQueue(this, "Queue");
        var network = new ServiceNetwork(this, "Network", settings.network());
        Cluster cluster =
                Cluster.Builder.create(this, "Cluster")
                        .vpc(network.vpc())
                        .containerInsightsV2(ContainerInsights.ENABLED)
                        .enableFargateCapacityProviders(true)
                        .build();
        return new Site(
                settings,
                network,
                cluster,
                new Images(this, "Images", settings.images()),
                new ImageStore(this, "Store", settings.storage(), queue),
                new Tables(this, "Tables", settings.storage()),
                queue);
    }

    /// But not the origin in the VPC, of which CloudFront refuses any change while it is used, nor
    /// the dashboard, which does not have tags in every region.
    private void tag() {
        Tags.of(this)
                .add(
                        "Application",
                        "ecs-image-handler",
                        TagProps.builder()
                                .excludeResourceTypes(
                                        List.of(
                                                "AWS::CloudFront::VpcOrigin",
                                                "AWS::CloudWatch::Dashboard"))
                                .build());
    }
}
