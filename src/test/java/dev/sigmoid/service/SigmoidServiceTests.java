package dev.sigmoid.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import dev.sigmoid.grid.Range;
import dev.sigmoid.grid.Values;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SigmoidServiceTests {

	private final SigmoidService service = new SigmoidService();

	@Test
	void sigmoidIsAHalfAtZeroAndItsSlopeAQuarter() {
		assertThat(Function.SIGMOID.at(0)).isEqualTo(0.5);
		assertThat(Function.SIGMOID_DERIVATIVE.at(0)).isEqualTo(0.25);
	}

	@Test
	void derivativeDoesNotVanishWhereTheNaiveFormulaDoes() {
		double naive = 1 / (1 + Math.exp(-40));
		assertThat(naive * (1 - naive)).isZero();
		assertThat(Function.SIGMOID_DERIVATIVE.at(40)).isBetween(4.24e-18, 4.25e-18);
	}

	@Test
	void sigmoidDoesNotVanishAsLongAsADoubleCanHoldIt() {
		assertThat(Function.SIGMOID.at(-740)).isPositive();
	}

	@Test
	void tableHasTheDerivativeIfItIsWanted() {
		assertThat(this.service.table(Function.SIGMOID, new Values(1, 2), false).columns()).containsExactly(Column.X,
				Column.Y);
		assertThat(this.service.table(Function.SIGMOID, new Values(1, 2), true).columns()).containsExactly(Column.X,
				Column.Y, Column.DY);
	}

	@Test
	void derivativeHasNoDerivativeHere() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.service.table(Function.SIGMOID_DERIVATIVE, new Values(1), true));
	}

	@Test
	void blocksCoverTheTableInOrder() {
		Table table = this.service.table(Function.SIGMOID,
				Range.ofStep(BigDecimal.ZERO, BigDecimal.valueOf(1300), BigDecimal.ONE, false, 2000), true);
		List<Double> x = new ArrayList<>();
		for (Block block : table.blocks()) {
			assertThat(block.from()).isEqualTo(x.size());
			for (int i = 0; i < block.size(); i++) {
				x.add(block.column(Column.X)[i]);
				assertThat(block.column(Column.Y)[i]).isEqualTo(Function.SIGMOID.at(x.getLast()));
				assertThat(block.column(Column.DY)[i]).isEqualTo(Function.SIGMOID_DERIVATIVE.at(x.getLast()));
			}
		}
		assertThat(x).hasSize(1300).startsWith(0.0, 1.0).endsWith(1298.0, 1299.0);
	}

	@Test
	void tableCanBePulledAgain() {
		Table table = this.service.table(Function.SIGMOID, new Values(1, 2, 3), false);
		assertThat(table.blocks()).hasSize(1);
		assertThat(table.blocks()).hasSize(1);
	}

	@Test
	void derivativeThatIsNotWantedIsNotThere() {
		Block block = this.service.table(Function.SIGMOID, new Values(1), false).blocks().iterator().next();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> block.column(Column.DY));
	}

}
