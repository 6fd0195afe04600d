package client;

import java.math.BigDecimal;
import java.util.List;

import client.api.SigmoidApi;
import client.invoker.ApiClient;
import client.invoker.ApiException;
import client.model.Batch;
import client.model.Columns;
import client.model.Point;

/** Calls the running service with the generated client; any surprise is an exception. */
public class CallService {

	public static void main(String[] args) throws ApiException {
		SigmoidApi api = new SigmoidApi(new ApiClient().setScheme("http").setHost("127.0.0.1").setPort(Integer.getInteger("port", 8080)));
		Point point = api.sigmoid(List.of(0.5), null, null, null, null, null, null, null).getPoint();
		expect(0.6224593312018546, point.getY());
		Columns range = api
			.sigmoid(null, new BigDecimal("-6"), new BigDecimal("6"), new BigDecimal("0.01"), null, null, "derivative", null)
			.getColumns();
		expect(1200, range.getX().size());
		expect(-0.18, range.getX().get(582));
		expect(0.25, range.getDy().get(600));
		Columns batch = api.sigmoidDerivativeBatch(new Batch().x(List.of(0.0, 0.5)), null);
		expect(0.2350037122015945, batch.getY().get(1));
		try {
			api.sigmoid(null, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO, null, null, null, null);
			throw new AssertionError("a step of 0 was taken");
		}
		catch (ApiException ex) {
			expect(400, ex.getCode());
		}
		System.out.println("Java client: one value, a range, a batch and an error as expected");
	}

	private static void expect(double expected, double actual) {
		if (expected != actual) {
			throw new AssertionError("expected " + expected + ", but was " + actual);
		}
	}

}
