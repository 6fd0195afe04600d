package dev.sigmoid.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;

import dev.sigmoid.Golden;
import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Range;
import dev.sigmoid.grid.Values;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatGoldenTests {

	private static final Grid POINT = Values.point(0.5);

	private static final Grid SEVERAL = new Values(-0.0, 1e-7, 123456789, 4.9e-324, -1.7976931348623157e308, 1e7, 0.001,
			-709.5, 40);

	private static final Grid RANGE = Range.ofStep(BigDecimal.valueOf(-6), BigDecimal.valueOf(6),
			new BigDecimal("0.01"), false, 2000);

	private final SigmoidService service = new SigmoidService();

	@ParameterizedTest
	@EnumSource
	void pointIsWrittenAsItsGoldenFile(Format format) throws IOException {
		assertGolden(format, "point", POINT, false);
		assertGolden(format, "point-derivative", POINT, true);
	}

	@ParameterizedTest
	@EnumSource
	void valuesAreWrittenAsTheirGoldenFile(Format format) throws IOException {
		assertGolden(format, "values", SEVERAL, true);
	}

	@ParameterizedTest
	@EnumSource
	void rangeOverSeveralBlocksIsWrittenAsItsGoldenFile(Format format) throws IOException {
		assertGolden(format, "range", RANGE, true);
	}

	private void assertGolden(Format format, String name, Grid grid, boolean withDerivative) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		format.write(this.service.table(Function.SIGMOID, grid, withDerivative), out);
		Golden.assertGolden(name + "." + format.parameter(), out.toByteArray());
	}

}
