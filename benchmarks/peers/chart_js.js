// Only what bars need is registered, and nothing moves at the start: the bars are all there at the first painting.
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
const names = figures.rows.map(([name]) => name);
const values = figures.rows.map(([, value]) => value);
const shares = figures.rows.map(([, , share]) => share);

const texts = {
  id: "texts",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.font = "14px system-ui, sans-serif";
    ctx.fillStyle = "#1a1a1a";
    ctx.textBaseline = "middle";
    chart.getDatasetMeta(0).data.forEach((bar, at) => {
      ctx.textAlign = "left";
      ctx.fillText(String(values[at]), bar.x + 6, bar.y);
      ctx.textAlign = "right";
      ctx.fillText(shares[at], chart.width, bar.y);
    });
  },
};

window.charts = [...document.querySelectorAll("canvas")].map((canvas) => new Chart(canvas, {
  type: "bar",
  data: { labels: names, datasets: [{ data: values, backgroundColor: figures.colours }] },
  options: {
    animation: false, indexAxis: "y", maintainAspectRatio: false,
    layout: { padding: { right: 64 } },
    scales: { x: { max: figures.domain[1] }, y: { grid: { display: false } } },
  },
  plugins: [texts],
}));
