package dev.sigmoid.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The manifests are what Kubernetes' API takes, agree with each other, and with the image
 * and the service that they run.
 */
class KubernetesTests extends HttpTest {

	private static final Path MANIFESTS = Path.of("src/main/kubernetes");

	private static final String DEPLOYMENT = "deployment.yaml";

	private static final String SERVICE = "service.yaml";

	private static final String AUTOSCALER = "horizontal-pod-autoscaler.yaml";

	private static final String BUDGET = "pod-disruption-budget.yaml";

	private static final String POLICY = "network-policy.yaml";

	/** The published shape of each kind: no member unknown, none that must be missing. */
	private static final Map<String, Shape> SHAPES = Map.of(DEPLOYMENT, V1Deployment::validateJsonElement, SERVICE,
			V1Service::validateJsonElement, AUTOSCALER, V2HorizontalPodAutoscaler::validateJsonElement, BUDGET,
			V1PodDisruptionBudget::validateJsonElement, POLICY, V1NetworkPolicy::validateJsonElement);

	private static final String POD = "/spec/template/spec";

	private static final String CONTAINER = POD + "/containers/0";

	/** What the JVM holds beside its heap after requests of all kinds, in bytes. */
	private static final BigDecimal BESIDE_THE_HEAP = BigDecimal.valueOf(240L << 20);

	/**
	 * How long a pod may stay unready before it drains, and the JVM take to end, after.
	 */
	private static final Duration BESIDE_THE_DRAIN = Duration.ofSeconds(20);

	@ParameterizedTest
	@ValueSource(strings = { DEPLOYMENT, SERVICE, AUTOSCALER, BUDGET, POLICY })
	void manifestHasThePublishedShape(String file) throws IOException {
		Objects.requireNonNull(SHAPES.get(file)).validate(JsonParser.parseString(manifest(file).toString()));
	}

	@Test
	void everyManifestIsAppliedAndChecked() throws IOException {
		try (Stream<Path> files = Files.list(MANIFESTS)) {
			assertThat(files.map((file) -> file.getFileName().toString())).contains("kustomization.yaml")
				.filteredOn((name) -> !name.equals("kustomization.yaml"))
				.containsExactlyInAnyOrderElementsOf(SHAPES.keySet());
		}
		assertThat(strings(manifest("kustomization.yaml").get("resources")))
			.containsExactlyInAnyOrderElementsOf(SHAPES.keySet());
	}

	@Test
	void everySelectorFindsThePods() {
		JsonNode labels = at(DEPLOYMENT, "/spec/template/metadata/labels");
		assertThat(labels.isEmpty()).isFalse();
		assertThat(at(DEPLOYMENT, "/spec/selector/matchLabels")).isEqualTo(labels);
		assertThat(at(DEPLOYMENT, POD + "/topologySpreadConstraints/0/labelSelector/matchLabels")).isEqualTo(labels);
		assertThat(at(DEPLOYMENT, POD + "/topologySpreadConstraints/1/labelSelector/matchLabels")).isEqualTo(labels);
		assertThat(at(SERVICE, "/spec/selector")).isEqualTo(labels);
		assertThat(at(BUDGET, "/spec/selector/matchLabels")).isEqualTo(labels);
		assertThat(at(POLICY, "/spec/podSelector/matchLabels")).isEqualTo(labels);
	}

	@Test
	void autoscalerOwnsTheNumberOfReplicas() {
		assertThat(at(AUTOSCALER, "/spec/scaleTargetRef/apiVersion")).isEqualTo(at(DEPLOYMENT, "/apiVersion"));
		assertThat(at(AUTOSCALER, "/spec/scaleTargetRef/kind")).isEqualTo(at(DEPLOYMENT, "/kind"));
		assertThat(at(AUTOSCALER, "/spec/scaleTargetRef/name")).isEqualTo(at(DEPLOYMENT, "/metadata/name"));
		assertThat(at(AUTOSCALER, "/spec/minReplicas").asInt()).isGreaterThan(1)
			.isLessThan(at(AUTOSCALER, "/spec/maxReplicas").asInt());
		assertThat(manifest(DEPLOYMENT).at("/spec/replicas").isMissingNode()).as("an apply would reset it").isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "startupProbe", "livenessProbe", "readinessProbe" })
	void probeAsksWhatTheServiceAnswers(String probe) {
		String path = at(DEPLOYMENT, CONTAINER + "/" + probe + "/httpGet/path").asString();
		assertThat(path).endsWith(probe.equals("readinessProbe") ? "/readiness" : "/liveness");
		assertThat(at(DEPLOYMENT, CONTAINER + "/" + probe + "/httpGet/port").asString()).isEqualTo("http");
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void everyPortIsTheServices() {
		JsonNode settings = yaml(Path.of("src/main/resources/application.yaml"));
		int port = settings.at("/server/port").asInt(8080);
		assertThat(docker("EXPOSE (\\d+)")).isEqualTo(Integer.toString(port));
		assertThat(at(DEPLOYMENT, CONTAINER + "/ports/0/containerPort").asInt()).isEqualTo(port);
		assertThat(at(DEPLOYMENT, CONTAINER + "/ports/0/name").asString()).isEqualTo("http");
		assertThat(at(SERVICE, "/spec/ports/0/targetPort").asString()).isEqualTo("http");
		assertThat(at(POLICY, "/spec/ingress/0/ports/0/port").asString()).isEqualTo("http");
	}

	@Test
	void nothingLeavesThePod() {
		assertThat(strings(at(POLICY, "/spec/policyTypes"))).containsExactlyInAnyOrder("Ingress", "Egress");
		assertThat(manifest(POLICY).at("/spec/egress").isMissingNode()).isTrue();
	}

	@Test
	void serviceHasTimeToDrain(@Autowired LifecycleProperties lifecycle) {
		assertThat(Duration.ofSeconds(at(DEPLOYMENT, POD + "/terminationGracePeriodSeconds").asInt()))
			.isGreaterThanOrEqualTo(lifecycle.getTimeoutPerShutdownPhase().plus(BESIDE_THE_DRAIN));
	}

	@Test
	void heapAndWhatIsBesideItFitIntoTheLimit() {
		JsonNode limits = at(DEPLOYMENT, CONTAINER + "/resources/limits");
		assertThat(at(DEPLOYMENT, CONTAINER + "/resources/requests")).isEqualTo(limits);
		BigDecimal limit = Quantity.fromString(limits.get("memory").asString()).getNumber();
		BigDecimal percentage = new BigDecimal(
				first("-XX:MaxRAMPercentage=(\\S+)", text(Path.of("src/main/docker/jvm.options"))));
		BigDecimal heap = limit.multiply(percentage).movePointLeft(2);
		assertThat(heap.add(BESIDE_THE_HEAP)).isLessThanOrEqualTo(limit);
	}

	@Test
	void podMayDoNothingButServe() {
		JsonNode security = at(DEPLOYMENT, POD + "/securityContext");
		assertThat(security.get("runAsUser") + ":" + security.get("runAsGroup")).isEqualTo(docker("USER (\\S+)"));
		assertThat(security.get("runAsNonRoot").asBoolean()).isTrue();
		assertThat(security.at("/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
		assertThat(at(DEPLOYMENT, POD + "/automountServiceAccountToken").asBoolean()).isFalse();
		JsonNode own = at(DEPLOYMENT, CONTAINER + "/securityContext");
		assertThat(own.get("readOnlyRootFilesystem").asBoolean()).isTrue();
		assertThat(own.get("allowPrivilegeEscalation").asBoolean()).isFalse();
		assertThat(strings(own.at("/capabilities/drop"))).containsExactly("ALL");
		assertThat(at(DEPLOYMENT, CONTAINER + "/volumeMounts/0/mountPath").asString()).isEqualTo("/tmp");
	}

	/** Returns what must be there. */
	private static JsonNode at(String file, String pointer) {
		JsonNode node = manifest(file).at(pointer);
		assertThat(node.isMissingNode()).as(file + " has no " + pointer).isFalse();
		return node;
	}

	private static JsonNode manifest(String file) {
		return yaml(MANIFESTS.resolve(file));
	}

	private static JsonNode yaml(Path file) {
		Object document = new Yaml().load(text(file));
		return new JsonMapper().valueToTree(document);
	}

	private static List<String> strings(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	private static String docker(String instruction) {
		return first("(?m)^" + instruction + "$", text(Path.of("Dockerfile")));
	}

	private static String first(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Shape {

		void validate(JsonElement manifest) throws IOException;

	}

}
